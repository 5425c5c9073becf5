export { AppModule } from './app.module.js'
export { type AppConfig, appConfig } from './config/app.config.js'
export { SEND_TEXT } from './confirmation/confirmation.tokens.js'
export type { SendText, Text } from './confirmation/send-text.js'
