/**
 * The program of a thread that reads emails, one for each message. It first sends `ready`. It is a string because a
 * separate file would be lost when a bundler moves the emulator. It runs as CommonJS and as an ES module, because
 * threads inherit `--input-type=module`.
 *
 * @internal
 */
export const mailThread = `
const { parentPort, workerData } = process.getBuiltinModule('node:worker_threads')
const { createRequire } = process.getBuiltinModule('node:module')
const { parser, headerBytes, attachments: maximumAttachments } = workerData
const { default: postalMime } = createRequire(parser)(parser)

parentPort.on('message', (source) => {
  read(source).then(
    (mail) => parentPort.postMessage(mail),
    (error) => parentPort.postMessage({ problem: error.message }),
  )
})

parentPort.postMessage('ready')

async function read(source) {
  const options = { forceRfc822Attachments: true, maxHeadersSize: headerBytes }
  const { from, subject, text, html, attachments } = await postalMime.parse(source, options)
  if (attachments.length > maximumAttachments) throw new Error('It has more than ' + maximumAttachments + ' attachments.')
  return {
    from: from && (from.address ? fullAddress(from) : from.name),
    subject,
    text,
    html,
    attachments: attachments.map(({ filename, mimeType, content }) => ({
      fileName: filename ?? undefined,
      mimeType,
      bytes: content.byteLength,
    })),
  }
}

function fullAddress({ name, address }) {
  return name === '' ? address : name + ' <' + address + '>'
}
`
