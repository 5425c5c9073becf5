// Loader hooks for Node before 22.15, which runs them on a separate thread. They report which files are loaded.

/** @type {import('node:worker_threads').MessagePort} */
let port

/** @param {import('node:worker_threads').MessagePort} given */
export function initialize(given) {
  port = given
}

/** @type {import('node:module').LoadHook} */
export async function load(url, context, nextLoad) {
  port.postMessage(url)
  return nextLoad(url, context)
}
