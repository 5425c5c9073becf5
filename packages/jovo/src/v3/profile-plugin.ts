import {
  createProfileClient,
  integrationOptions,
  type ProfileClient,
  type ProfileClientOptions,
} from '@alexa-profile/core'
import type { BaseApp, HandleRequest, Jovo, Plugin } from 'jovo-core'
import { type ShouldAsk, startInvocation } from './invocation.js'
import { createJovoProfile, type JovoProfile } from './jovo-profile.js'
import { correctResponse } from './output.js'
import { acknowledgeUnroutedEvent, failEvent } from './skill-events.js'
import { goOnWithWaitingRequest, routeToWaitingHandler } from './waiting-request.js'

/** Options of `ProfilePlugin`. */
export interface ProfilePluginOptions extends ProfileClientOptions {
  /**
   * Whether to ask this customer for consent now. Default for `requireProfile` and `this.$profile.respondTo`: always.
   */
  readonly shouldAsk?: ShouldAsk | undefined
}

/** The plugin's options in `config.js`. The constructor's options take precedence. */
export interface ProfilePluginConfig extends ProfilePluginOptions {
  readonly enabled?: boolean | undefined
}

/**
 * Adds `this.$profile` to every request of an app, resumes the handler that asked after a consent answer, and
 * acknowledges skill events. Use it after the Alexa platform.
 *
 * @example
 * app.use(new Alexa(), new ProfilePlugin({ skillName: 'Table Talk' }))
 */
export class ProfilePlugin implements Plugin {
  readonly name = 'ProfilePlugin'
  /** The client of each app. */
  private readonly clients = new WeakMap<BaseApp, ProfileClient>()

  /**
   * @param options not stored as `config`, which Jovo copies for each request, including agents and their connections
   */
  constructor(private readonly options: ProfilePluginOptions = {}) {}

  /** Called by Jovo when the app uses the plugin. @throws {ProfileError} `option-invalid` */
  install(app: BaseApp): void {
    const config: ProfilePluginConfig = { ...app.config.plugin?.ProfilePlugin, ...this.options }
    const { enabled = true, shouldAsk, ...options } = integrationOptions(config, ['enabled'])
    if (!enabled) return
    const client = createProfileClient(options)
    this.clients.set(app, client)
    const hook = (name: string, run: (jovo: Jovo, handleRequest: HandleRequest) => void) =>
      app.middleware(name)?.use((handleRequest: HandleRequest) => {
        if (handleRequest.jovo !== undefined && this.clients.get(app) === client) run(handleRequest.jovo, handleRequest)
      })
    hook('after.platform.init', (jovo) => {
      jovo.$profile = createJovoProfile(client, jovo)
      startInvocation(jovo.$profile, { client, shouldAsk })
      goOnWithWaitingRequest(jovo)
    })
    hook('after.router', routeToWaitingHandler)
    hook('after.router', acknowledgeUnroutedEvent)
    hook('after.platform.output', correctResponse)
    hook('before.fail', failEvent)
  }

  /** Called by Jovo when another plugin of this name replaces this one. */
  uninstall(app: BaseApp): void {
    this.clients.get(app)?.close()
    this.clients.delete(app)
  }
}

// Where Jovo's packages declare theirs: two names of one interface do not merge. `.js` is for ESM resolution.
declare module 'jovo-core/dist/src/core/Jovo.js' {
  interface Jovo {
    /** Added by `ProfilePlugin`. */
    $profile: JovoProfile
  }
}

declare module 'jovo-core/dist/src/Interfaces.js' {
  interface ExtensiblePluginConfigs {
    ProfilePlugin?: ProfilePluginConfig
  }
}
