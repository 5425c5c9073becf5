import { expect, it } from 'vitest'
import { createDownloadQueue } from '../src/certificate/download-queue.js'

/** A queue whose downloads end when the test ends them. */
function setUpQueue(paceMs = 0) {
  const started: { url: string; at: number; signal: AbortSignal; end(result?: string): void; fail(): void }[] = []
  const queue = createDownloadQueue<string>((url, signal) => {
    return new Promise((resolve, reject) => {
      const at = performance.now()
      started.push({ url, at, signal, end: (result = url) => resolve(result), fail: () => reject(new Error(url)) })
    })
  }, paceMs)
  const urls = () => started.map(({ url }) => url)
  return { queue, started, urls }
}

/** Resolves after all promises that can settle have settled. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

const codeOf = (promise: Promise<string> | undefined) => promise?.catch((error: { code?: string }) => error.code)

it('downloads two files at a time, the most likely first', async () => {
  const { queue, started, urls } = setUpQueue()
  for (const [url, rank] of [
    ['a', 5],
    ['b', 4],
    ['c', 3],
    ['d', 1],
    ['e', 2],
  ] as const)
    void codeOf(queue.get(url, rank, 0))
  await settled()
  expect(urls()).toEqual(['a', 'b'])
  started[1]?.end()
  await settled()
  expect(urls()).toEqual(['a', 'b', 'd'])
  started[0]?.fail()
  await settled()
  started[2]?.end()
  await settled()
  expect(urls()).toEqual(['a', 'b', 'd', 'e', 'c'])
  for (const { end } of started) end()
})

it('downloads equally likely files in the order of their requests', async () => {
  const { queue, started, urls } = setUpQueue()
  for (const url of ['a', 'b', 'c', 'd']) void codeOf(queue.get(url, 1, 0))
  await settled()
  started[0]?.end()
  await settled()
  expect(urls()).toEqual(['a', 'b', 'c'])
  for (const { end } of started) end()
  await settled()
  started.at(-1)?.end()
})

it('downloads a file once for simultaneous requests and again for later ones', async () => {
  const { queue, started, urls } = setUpQueue()
  const [first, second] = [queue.get('a', 1, 0), queue.get('a', 1, 0)]
  await settled()
  started[0]?.end('found')
  expect(await Promise.all([first, second])).toEqual(['found', 'found'])
  const third = queue.get('a', 1, 0)
  await settled()
  expect(urls()).toEqual(['a', 'a'])
  started[1]?.fail()
  await expect(third).rejects.toThrow('a')
})

it('lets 128 files wait, and replaces the least likely one with a more likely one', async () => {
  const { queue, started } = setUpQueue()
  for (const url of ['running', 'running too']) void codeOf(queue.get(url, 0, 0))
  await settled()
  // Two files in the middle are the least likely. The one that came first is replaced.
  const ranks = Array.from({ length: 128 }, (_, index) => 10 + Math.min((index * 37) % 128, 126))
  const waiting = ranks.map((rank, index) => codeOf(queue.get(`${index}`, rank, 0)))
  const unlikeliest = ranks.indexOf(136)
  expect(ranks.lastIndexOf(136)).toBeGreaterThan(unlikeliest)
  expect(queue.get('as unlikely', 136, 0)).toBeUndefined()
  expect(queue.get('less likely', 137, 0)).toBeUndefined()
  expect(queue.get('running', 0, 0)).toBeDefined()
  expect(queue.get(`${unlikeliest}`, 136, 0)).toBeDefined()
  const likelier = codeOf(queue.get('likelier', 5, 0))
  expect(await waiting[unlikeliest]).toBe('TOO_MANY')
  started[0]?.end()
  await settled()
  started[2]?.end()
  expect(await likelier).toBe('likelier')
  // Each download that ends makes room for the next.
  for (let ended = 0; ended < started.length; ) {
    for (const { end } of started.slice(ended)) end()
    ended = started.length
    await settled()
  }
  const found = await Promise.all(waiting)
  expect(found).toEqual(ranks.map((_, index) => (index === unlikeliest ? 'TOO_MANY' : `${index}`)))
})

it('holds at most 8 MiB for waiting requests and gives room to more likely files', async () => {
  const { queue, started } = setUpQueue()
  const [mebibyte, all] = [1_048_576, 8_388_608]
  const running = [queue.get('a', 1, mebibyte), queue.get('b', 1, mebibyte)]
  const unlikely = codeOf(queue.get('c', 3, 3 * mebibyte))
  const unlikelier = codeOf(queue.get('d', 4, 3 * mebibyte))
  expect(queue.get('a', 1, 1)).toBeDefined()
  expect(await unlikelier).toBe('TOO_MANY')
  expect(queue.get('e', 3, 6 * mebibyte)).toBeUndefined()
  const likelier = codeOf(queue.get('f', 2, 3 * mebibyte - 1))
  expect(queue.get('g', 5, 1)).toBeUndefined()
  await settled()
  started[0]?.end()
  started[1]?.fail()
  await expect(Promise.allSettled(running)).resolves.toMatchObject([{ status: 'fulfilled' }, { status: 'rejected' }])
  await settled()
  for (const { end } of started) end()
  expect(await Promise.all([unlikely, likelier])).toEqual(['c', 'f'])
  await settled()
  // All of the room is free again, to the byte.
  const last = queue.get('h', 1, all)
  expect(last).toBeDefined()
  expect(queue.get('i', 0, 1)).toBeUndefined()
  await settled()
  started.at(-1)?.end()
  expect(await last).toBe('h')
})

it('pauses between two starts', async () => {
  const { queue, started, urls } = setUpQueue(60)
  const both = [queue.get('a', 2, 0), queue.get('b', 1, 0)]
  await settled()
  expect(urls()).toEqual(['a'])
  await expect.poll(urls).toEqual(['a', 'b'])
  expect((started[1]?.at ?? 0) - (started[0]?.at ?? 0)).toBeGreaterThan(55)
  for (const { end } of started) end()
  expect(await Promise.all(both)).toEqual(['a', 'b'])
})
