import { ProfileHandles } from '@alexa-profile/jovo'
import { BaseComponent, Component, Handle } from '@jovotech/framework'
import { forget, welcome } from './customers.js'

@Component()
export class EventsComponent extends BaseComponent {
  @Handle(ProfileHandles.onPermissionsChanged())
  async permissionsChanged() {
    const { userId, accepted } = this.$profile.permissionEvent ?? {}
    if (userId === undefined) return
    if (!accepted?.includes('alexa::profile:email:read')) return forget(userId)
    const { email } = await this.$profile.read(['email'])
    if (email.status === 'available') await welcome(userId, email.value)
  }

  @Handle(ProfileHandles.onSkillDisabled())
  async skillDisabled() {
    const { userId, keepsData } = this.$profile.enablementEvent ?? {}
    if (userId !== undefined && !keepsData) await forget(userId)
  }
}
