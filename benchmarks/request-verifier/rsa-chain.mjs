import { execFileSync } from 'node:child_process'
import { createSign } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Creates a chain like Amazon's with the `openssl` command. All keys are RSA, because ask-sdk-express-adapter supports no other
 * keys, and the emulator's authorities have others.
 */
export function createRsaChain() {
  const folder = mkdtempSync(join(tmpdir(), 'alexa-profile-'))
  try {
    const at = (name) => join(folder, name)
    const openssl = (...parameters) => execFileSync('openssl', parameters.flat(), { stdio: 'ignore' })
    const key = (name) => ['-newkey', 'rsa:2048', '-nodes', '-keyout', at(`${name}.key`)]
    const issue = (name, by, extensions) => {
      writeFileSync(at(`${name}.ext`), extensions.join('\n'))
      openssl('req', '-new', '-subj', `/CN=${name}`, key(name), '-out', at(`${name}.csr`))
      const signedBy = ['-CA', at(`${by}.pem`), '-CAkey', at(`${by}.key`), '-CAcreateserial']
      const paths = ['-in', at(`${name}.csr`), '-out', at(`${name}.pem`), '-extfile', at(`${name}.ext`)]
      openssl('x509', '-req', '-days', '2', '-sha256', signedBy, paths)
    }
    openssl('req', '-x509', '-days', '2', '-subj', '/CN=root', key('root'), '-out', at('root.pem'))
    issue('authority', 'root', ['basicConstraints=critical,CA:true,pathlen:0', 'keyUsage=critical,keyCertSign'])
    issue('echo-api.amazon.com', 'authority', [
      'basicConstraints=critical,CA:false',
      'keyUsage=critical,digitalSignature,keyEncipherment',
      'extendedKeyUsage=serverAuth,clientAuth',
      'subjectAltName=DNS:echo-api.amazon.com',
    ])
    const read = (name) => readFileSync(at(name), 'utf8')
    const privateKey = read('echo-api.amazon.com.key')
    return {
      root: read('root.pem'),
      certificateChain: read('echo-api.amazon.com.pem') + read('authority.pem'),
      /** The headers that Alexa sends with a body if the certificate has this name. */
      headersFor: (body, file = 'echo-api-cert-12.pem') => ({
        'content-type': 'application/json',
        'signature-256': createSign('RSA-SHA256').update(body).sign(privateKey, 'base64'),
        signaturecertchainurl: `https://s3.amazonaws.com/echo.api/${file}`,
      }),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
