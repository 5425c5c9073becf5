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

/** Options of `ProfilePlugin`. */
export interface ProfilePluginOptions extends ProfileClientOptions {
  /**
   * Whether to ask this customer for consent now. Default for `ProfileDecisionOutput` and `@RequireProfile`: always.
   */
  readonly shouldAsk?: ShouldAsk | undefined
  /** An option of Jovo: leaves the plugin out if `NODE_ENV` is `test`. Default: false. */
  readonly skipTests?: boolean
}

/** The part that Jovo copies for each request. It contains none of our options. They stay with the client. */
export interface ProfilePluginConfig extends PluginConfig {}

/**
 * Adds `this.$profile` to every request of an app, resumes the handler that asked after a consent answer, and
 * acknowledges skill events. A plugin has one client, even though Jovo copies the plugin.
 *
 * @throws {ProfileError} `option-invalid`
 *
 * @example
 * const app = new App({ plugins: [new AlexaPlatform(), new ProfilePlugin({ skillName: 'Table Talk' })] })
 */
export class ProfilePlugin extends Plugin<ProfilePluginConfig> {
  /** The plugin's state, in a closure, because Jovo does not copy closures. */
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

  /** The plugin's name, which bundlers cannot shorten as they shorten the class's name. */
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

// Where Jovo's packages declare theirs: two names of one interface do not merge. `.js` is for ESM resolution.
declare module '@jovotech/framework/dist/types/Jovo.js' {
  interface Jovo {
    /** Added by `ProfilePlugin`. */
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
