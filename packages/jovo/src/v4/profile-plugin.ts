import { createProfileClient, integrationOptions, type ProfileClientOptions } from '@alexa-profile/core'
import {
  App,
  type Extensible,
  HandleRequest,
  InvalidParentError,
  type Jovo,
  Plugin,
  type PluginConfig,
} from '@jovotech/framework'
import { enterHandler, type ShouldAsk, startInvocation } from './invocation.js'
import { createJovoProfile, type JovoProfile } from './jovo-profile.js'
import { acknowledgeUnroutedEvent, failWithEvents } from './skill-events.js'
import { goOnWithWaitingRequest, routeToWaitingHandler } from './waiting-request.js'

export interface ProfilePluginOptions extends ProfileClientOptions {
  /** Default for `ProfileDecisionOutput` and `@RequireProfile`. */
  readonly shouldAsk?: ShouldAsk | undefined
  /** Jovo's own: leaves the plugin out where `NODE_ENV` is `test`. Default: false. */
  readonly skipTests?: boolean
}

/** What Jovo copies for each request: nothing of ours. The options stay with the one client that was made of them. */
export interface ProfilePluginConfig extends PluginConfig {}

/**
 * Gives every request of an app its `this.$profile`, brings consent answers back to the handler that asked, and
 * acknowledges skill events. There is one client to a plugin, whatever number of copies Jovo makes of it.
 *
 * @throws {ProfileError} `option-invalid`
 *
 * @example
 * const app = new App({ plugins: [new AlexaPlatform(), new ProfilePlugin({ skillName: 'Table Talk' })] })
 */
export class ProfilePlugin extends Plugin<ProfilePluginConfig> {
  /** A closure survives Jovo's copying; whatever it holds is not copied. */
  private readonly open: (jovo: Jovo) => JovoProfile

  constructor(own: ProfilePluginOptions = {}) {
    const { shouldAsk, skipTests = false, ...options } = integrationOptions(own, ['skipTests'])
    super({ skipTests })
    const client = createProfileClient(options)
    this.open = (jovo) => {
      const profile = createJovoProfile(client, jovo)
      startInvocation(profile, { client, shouldAsk, consentAnswer: undefined })
      return profile
    }
  }

  /** Not the class's name, which bundlers shorten. */
  override get name(): string {
    return 'ProfilePlugin'
  }

  override getDefaultConfig(): ProfilePluginConfig {
    return {}
  }

  override initialize(app: Extensible): void {
    if (!(app instanceof App)) throw new InvalidParentError(this.name, 'App')
    failWithEvents(app)
  }

  override mount(request: Extensible): void {
    if (!(request instanceof HandleRequest)) throw new InvalidParentError(this.name, 'HandleRequest')
    const { middlewareCollection } = request
    middlewareCollection.use('before.request.start', (jovo) => {
      jovo.$profile = this.open(jovo)
    })
    middlewareCollection.use('before.interpretation.start', goOnWithWaitingRequest)
    middlewareCollection.use('before.dialogue.router', routeToWaitingHandler, acknowledgeUnroutedEvent)
    middlewareCollection.use('event.ComponentTreeNode.executeHandler', (jovo, payload) => {
      enterHandler(jovo, String(payload?.handler))
    })
  }
}

// Where Jovo's own packages declare theirs: two ways of naming one interface do not merge. `.js` is for ESM resolution.
declare module '@jovotech/framework/dist/types/Jovo.js' {
  interface Jovo {
    /** Given by `ProfilePlugin`. */
    $profile: JovoProfile
  }
}

declare module '@jovotech/framework/dist/types/Extensible.js' {
  interface ExtensiblePluginConfig {
    ProfilePlugin?: ProfilePluginConfig
  }
  interface ExtensiblePlugins {
    ProfilePlugin?: ProfilePlugin
  }
}
