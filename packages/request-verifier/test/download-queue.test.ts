import { expect, it } from 'vitest'
import { createDownloadQueue } from '../src/certificate/download-queue.js'

/** A queue whose downloads end when the test says so. */
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

/** Until all promises that can settle have settled. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

const codeOf = (promise: Promise<string> | undefined) => promise?.catch((error: { code?: string }) => error.code)

it('downloads two files at a time, the likeliest first', async () => {
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

it('takes files that are as likely in the order in which they are asked for', async () => {
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

it('downloads a file once for all who ask meanwhile, and again for who asks later', async () => {
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

it('lets 128 files wait, and a likelier one take the place of the least likely', async () => {
  const { queue, started } = setUpQueue()
  for (const url of ['running', 'running too']) void codeOf(queue.get(url, 0, 0))
  await settled()
  // Two are the least likely, in the midst of the others; the one that came first gives way.
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
  // Each that ends makes room for the next.
  for (let ended = 0; ended < started.length; ) {
    for (const { end } of started.slice(ended)) end()
    ended = started.length
    await settled()
  }
  const found = await Promise.all(waiting)
  expect(found).toEqual(ranks.map((_, index) => (index === unlikeliest ? 'TOO_MANY' : `${index}`)))
})

it('keeps 8 MiB for who waits, and gives room to likelier files', async () => {
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
  // All that was held is free again, to the byte.
  const last = queue.get('h', 1, all)
  expect(last).toBeDefined()
  expect(queue.get('i', 0, 1)).toBeUndefined()
  await settled()
  started.at(-1)?.end()
  expect(await last).toBe('h')
})

it('leaves a pause between two starts', async () => {
  const { queue, started, urls } = setUpQueue(60)
  const both = [queue.get('a', 2, 0), queue.get('b', 1, 0)]
  await settled()
  expect(urls()).toEqual(['a'])
  await expect.poll(urls).toEqual(['a', 'b'])
  expect((started[1]?.at ?? 0) - (started[0]?.at ?? 0)).toBeGreaterThan(55)
  for (const { end } of started) end()
  expect(await Promise.all(both)).toEqual(['a', 'b'])
})
