/**
 * Has all verifiers of this process trust a root, each in the way that it looks for roots, and find its chain
 * where Amazon has its own. Their code stays as it is.
 */
import https from 'node:https'
import Module from 'node:module'
import tls from 'node:tls'

/**
 * @param {string} root PEM
 * @param {string} store the origin that stands for https://s3.amazonaws.com
 */
export function trustRoot(root, store) {
  const get = https.get
  https.get = (url, ...rest) => get(String(url).replace('https://s3.amazonaws.com', store), ...rest)

  // What `require('tls').rootCertificates` gives cannot be changed; who requires it can be told something else.
  const load = Module._load
  const withRoot = { ...tls, rootCertificates: [root] }
  Module._load = (request, parent, isMain) => {
    const isAsk = request === 'tls' && parent?.filename.includes('ask-sdk-express-adapter')
    return isAsk ? withRoot : load(request, parent, isMain)
  }
}
