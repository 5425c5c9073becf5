/**
 * The names that `permissions` of a skill's manifest may contain, from `PermissionName` in Amazon's model of the Skill
 * Management API (the state of August 2023, read 2026-11-22).
 *
 * @see https://github.com/alexa/alexa-apis-for-nodejs/blob/master/ask-smapi-model/index.ts
 */
export const permissionNames: readonly string[] = [
  'alexa::profile:name:read',
  'alexa::profile:given_name:read',
  'alexa::profile:email:read',
  'alexa::profile:mobile_number:read',
  'alexa::person_id:read',
  'alexa::devices:all:address:full:read',
  'alexa:devices:all:address:country_and_postal_code:read', // one colon, unlike all others
  'alexa::devices:all:geolocation:read',
  'alexa::devices:all:coarse_location:read',
  'alexa::devices:all:tokenized_geolocation:read',
  'alexa::alerts:reminders:skill:readwrite',
  'alexa::alerts:timers:skill:readwrite',
  'alexa::household:lists:read',
  'alexa::household:lists:write',
  'alexa::devices:all:notifications:write',
  'alexa::devices:all:notifications:urgent:write',
  'payments:autopay_consent',
  'alexa::async_event:write',
  'alexa::health:profile:write',
  'alexa::device_id:read',
  'alexa::device_type:read',
  'alexa::customer_id:read',
  'alexa::raw_person_id:read',
  'alexa::origin_ip_address:read',
  'alexa::utterance_id:read',
  'alexa::user_experience_guidance:read',
  'alexa::personality:explicit:read',
  'alexa::personality:explicit:write',
  'alexa::authenticate:2:mandatory',
  'alexa::authenticate:2:optional',
  'alexa::skill:proactive_enablement',
  'alexa::skill:cds:monetization',
  'alexa::skill:products:entitlements',
  'alexa::energy:devices:state:read',
  'alexa::devices:all:intent_tokens:read',
  'alexa::measurement_system::readwrite',
  'alexa::music:cast',
  'avs::distributed_audio',
  'dash::vendor:read:endpoints',
  'dash::read:endpoints:sensors',
]
