import { ProfilePlugin } from '@alexa-profile/jovo'
import { requireProfile, ProfilePlugin as V3Plugin } from '@alexa-profile/jovo/v3'
import { App, type Jovo } from '@jovotech/framework'
import { App as V3App } from 'jovo-framework'

export const app = new App({ plugins: [new ProfilePlugin({ skillName: 'Table Talk' })] })

export async function emailOf({ $profile }: Jovo): Promise<string | undefined> {
  const { email } = await $profile.read(['email'])
  // @ts-expect-error this field does not exist, so this.$profile is not any
  await $profile.read(['mail'])
  return email.status === 'available' ? email.value : undefined
}

export const appOf3 = new V3App({ plugin: { ProfilePlugin: { skillName: 'Table Talk' } } })

appOf3.use(new V3Plugin())
appOf3.setHandler({
  LAUNCH: requireProfile({ required: ['email'] }, function ({ email }) {
    this.tell(email)
    // @ts-expect-error this field does not exist, so this.$profile is not any
    this.$profile.read(['mail'])
  }),
})
