import { Log } from 'jovo-core'
import { type App, Lambda } from 'jovo-framework'

// Without this, Jovo 3 writes color codes even for lines that it does not print.
for (const appender of Object.values(Log.config.appenders)) appender.ignoreFormatting = true

/** The Lambda function of an app. Its responses are converted to JSON and back, as on Lambda. */
export function lambdaOfV3(app: App): (envelope: object, context?: unknown) => Promise<unknown> {
  return async (envelope, context) => {
    const response = await new Promise((resolve, reject) => {
      const callback = (error: Error | null, answer: unknown) => (error ? reject(error) : resolve(answer))
      app.handle(new Lambda(envelope as never, context as never, callback as never)).catch(reject)
    })
    return JSON.parse(JSON.stringify(response))
  }
}
