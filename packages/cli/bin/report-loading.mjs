// Loader hooks for Node below 22.15, where they run on a thread of their own: tells what is loaded.

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
