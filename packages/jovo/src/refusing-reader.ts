import { type LevelReader, ProfileError, type ProfileField, type ProfileReader } from '@alexa-profile/core'

/** The reader of a request that is not Alexa's; its rejections say so, and what to do. */
export function refusingReader(platform: string, advice: string): ProfileReader {
  const refuse = () =>
    Promise.reject(new ProfileError('envelope-invalid', `It came from the platform "${platform}": ${advice}`))
  const reader: LevelReader<ProfileField> = { read: refuse, require: refuse }
  return { ...reader, speaker: reader }
}
