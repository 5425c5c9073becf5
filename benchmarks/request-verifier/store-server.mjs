/** A stand-in for Amazon's bucket with certificates: one chain at names like `echo-api-cert-13.pem`, after a delay. */
import { once } from 'node:events'
import { createServer } from 'node:https'

const [{ cert, key, certificateChain, delayMs }] = await once(process, 'message')
let connections = 0
let requests = 0
const server = createServer({ cert, key }, ({ url }, response) => {
  requests += 1
  setTimeout(() => {
    if (/echo-api-cert-(?:\d\d)\.pem$/.test(url)) response.end(certificateChain)
    else response.writeHead(403).end('<Error><Code>AccessDenied</Code></Error>')
  }, delayMs)
})
server.on('secureConnection', () => {
  connections += 1
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')
process.on('message', () => process.send({ connections, requests }))
process.send({ port: server.address().port })
