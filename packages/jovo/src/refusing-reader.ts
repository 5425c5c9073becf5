import { type LevelReader, ProfileError, type ProfileField, type ProfileReader } from '@alexa-profile/core'

/** A reader for requests from other platforms. It rejects, and says what to do. */
export function refusingReader(platform: string, advice: string): ProfileReader {
  const refuse = () =>
    Promise.reject(new ProfileError('envelope-invalid', `The platform is "${platform}", not Alexa. ${advice}`))
  const reader: LevelReader<ProfileField> = { read: refuse, require: refuse }
  return { ...reader, speaker: reader }
}
