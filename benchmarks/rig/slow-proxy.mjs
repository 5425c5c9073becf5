/**
 * Replaces the link if network namespaces are not available: a TCP proxy that passes everything on half a round trip later.
 * The kernel accepts connections at once, so their first bytes wait one more round trip. It gets its commands over IPC.
 */
import net from 'node:net'

let rttMs = 0

function hand(from, to, startMs) {
  const delayMs = () => rttMs / 2 + Math.max(0, startMs + rttMs - performance.now())
  from.on('data', (chunk) => setTimeout(() => to.writable && to.write(chunk), delayMs()))
  from.on('end', () => setTimeout(() => to.end(), delayMs()))
  from.on('error', () => setTimeout(() => to.resetAndDestroy(), delayMs()))
}

const commands = {
  async listen({ port }) {
    const proxy = net.createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
      const server = net.connect({ port, host: '127.0.0.1', allowHalfOpen: true, noDelay: true })
      const startMs = performance.now()
      hand(client, server, startMs)
      hand(server, client, 0)
    })
    await new Promise((resolve) => proxy.listen(0, '127.0.0.1', resolve))
    return proxy.address().port
  },
  setRtt(ms) {
    rttMs = ms
  },
}

process.on('message', async ({ id, name, argument }) => {
  process.send({ id, value: await commands[name](argument) })
})
process.once('disconnect', () => process.exit())
