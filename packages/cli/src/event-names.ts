/** The events that report given, changed and withdrawn consent. */
export const permissionEventNames = ['SKILL_PERMISSION_ACCEPTED', 'SKILL_PERMISSION_CHANGED'] as const

/**
 * The names that `events.subscriptions` may contain, from `EventNameType` of Amazon's model of the Skill Management API (read
 * 2026-11-22). Names with a dot belong to interfaces and devices and are left out.
 *
 * @see https://github.com/alexa/alexa-apis-for-nodejs/blob/master/ask-smapi-model/index.ts
 */
export const eventNames: readonly string[] = [
  'SKILL_ENABLED',
  'SKILL_DISABLED',
  ...permissionEventNames,
  'SKILL_ACCOUNT_LINKED',
  'SKILL_PROACTIVE_SUBSCRIPTION_CHANGED',
  'SKILL_NOTIFICATION_SUBSCRIPTION_CHANGED',
  'ITEMS_CREATED',
  'ITEMS_UPDATED',
  'ITEMS_DELETED',
  'LIST_CREATED',
  'LIST_UPDATED',
  'LIST_DELETED',
  'ALL_LISTS_CHANGED',
  'REMINDER_STARTED',
  'REMINDER_CREATED',
  'REMINDER_UPDATED',
  'REMINDER_DELETED',
  'REMINDER_STATUS_CHANGED',
  'AUDIO_ITEM_PLAYBACK_STARTED',
  'AUDIO_ITEM_PLAYBACK_FINISHED',
  'AUDIO_ITEM_PLAYBACK_STOPPED',
  'AUDIO_ITEM_PLAYBACK_FAILED',
  'IN_SKILL_PRODUCT_SUBSCRIPTION_STARTED',
  'IN_SKILL_PRODUCT_SUBSCRIPTION_RENEWED',
  'IN_SKILL_PRODUCT_SUBSCRIPTION_ENDED',
]
