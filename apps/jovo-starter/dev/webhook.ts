import { stdout } from 'node:process'
import { createApp } from '../src/app.js'
import { readConfig } from '../src/config.js'
import { startServer } from './server.js'

/** For `npm start`. */
const port = Number(process.env.JOVO_PORT ?? 3000)
const { url } = await startServer(createApp(readConfig(process.env)), { port })
stdout.write(`Listening on ${url}\n`)
