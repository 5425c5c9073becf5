import { serve } from '@hono/node-server'
import { app } from './app.js'

const { HOST = '0.0.0.0', PORT = '3000' } = process.env
export const server = serve({ fetch: app.fetch, hostname: HOST, port: Number(PORT) })
