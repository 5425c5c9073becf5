/**
 * Makes all verifiers of this process trust a root, each in the way that it looks for roots, and find its chain at Amazon's
 * URL. Their code is unchanged.
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

  // `require('tls').rootCertificates` cannot be changed, but modules that require it can get another object.
  const load = Module._load
  const withRoot = { ...tls, rootCertificates: [root] }
  Module._load = (request, parent, isMain) => {
    const isAsk = request === 'tls' && parent?.filename.includes('ask-sdk-express-adapter')
    return isAsk ? withRoot : load(request, parent, isMain)
  }
}
