import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Creates a self-signed certificate for IP addresses with the `openssl` command. Clients trust it through
 * `NODE_EXTRA_CA_CERTS`, so clients without an option for it run unchanged.
 *
 * @typedef {{ file: string, cert: string, key: string }} Certificate
 *
 * @param {readonly string[]} [addresses] default: 127.0.0.1
 * @returns {Certificate}
 */
export function createCertificate(addresses = ['127.0.0.1']) {
  const folder = mkdtempSync(join(tmpdir(), 'alexa-profile-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const [file, keyFile] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')]
  const request = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=lab'
  const names = ['-addext', `subjectAltName=${addresses.map((address) => `IP:${address}`).join()}`]
  execFileSync('openssl', [...request.split(' '), ...names, '-out', file, '-keyout', keyFile], { stdio: 'ignore' })
  return { file, cert: readFileSync(file, 'utf8'), key: readFileSync(keyFile, 'utf8') }
}
