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

export interface ProfilePluginOptions extends ProfileClientOptions {
  /** Default for `requireProfile` and `this.$profile.respondTo`. */
  readonly shouldAsk?: ShouldAsk | undefined
}

/** What `config.js` may say about this plugin. The constructor's options come first. */
export interface ProfilePluginConfig extends ProfilePluginOptions {
  readonly enabled?: boolean | undefined
}

/**
 * Gives every request of an app its `this.$profile`, brings consent answers back to the handler that asked, and
 * acknowledges skill events. Use it after the Alexa platform.
 *
 * @example
 * app.use(new Alexa(), new ProfilePlugin({ skillName: 'Table Talk' }))
 */
export class ProfilePlugin implements Plugin {
  readonly name = 'ProfilePlugin'
  /** By app. */
  private readonly clients = new WeakMap<BaseApp, ProfileClient>()

  /** @param options not kept as `config`, which Jovo copies for each request, agents with their connections included */
  constructor(private readonly options: ProfilePluginOptions = {}) {}

  /** @throws {ProfileError} `option-invalid` */
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

  /** Called by Jovo when another plugin of this name takes the place of this one. */
  uninstall(app: BaseApp): void {
    this.clients.get(app)?.close()
    this.clients.delete(app)
  }
}

// Where Jovo's own packages declare theirs: two ways of naming one interface do not merge. `.js` is for ESM resolution.
declare module 'jovo-core/dist/src/core/Jovo.js' {
  interface Jovo {
    /** Given by `ProfilePlugin`. */
    $profile: JovoProfile
  }
}

declare module 'jovo-core/dist/src/Interfaces.js' {
  interface ExtensiblePluginConfigs {
    ProfilePlugin?: ProfilePluginConfig
  }
}
