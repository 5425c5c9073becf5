import { Module } from '@nestjs/common'
import { IoAdapter } from '@nestjs/platform-socket.io'
import { WebSocketGateway } from '@nestjs/websockets'
import { expect, it } from 'vitest'
import { AlexaProfileModule } from '../src/index.js'
import { AlexaProfileOverloadModule } from '../src/overload.js'
import { adapterNames, startApp } from './support/start-app.js'

@WebSocketGateway()
class Gateway {}

@Module({ imports: [AlexaProfileModule.forRoot({}), AlexaProfileOverloadModule.forRoot({})], providers: [Gateway] })
class GatewayModule {}

it.each(adapterNames)('shares a server on %s with Socket.IO, which also replaces its listeners', async (adapter) => {
  const { url } = await startApp(GatewayModule, adapter, {
    configure: (app) => void app.useWebSocketAdapter(new IoAdapter(app)),
  })
  const polled = await fetch(`${url}/socket.io/?EIO=4&transport=polling`)
  expect(await polled.text()).toMatch(/^0\{"sid":"/)
  const posted = await fetch(`${url}/alexa`, { method: 'POST', headers: { signaturecertchainurl: 'https://s3.test' } })
  expect(posted.status).toBe(404)
})
