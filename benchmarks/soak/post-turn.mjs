import http from 'node:http'

/** @typedef {{ url: string, body: string, headers: Record<string, string> }} Turn as Alexa signed it */

/**
 * @typedef {object} Answer
 * @property {'booked' | 'try later' | 'error' | 'none'} end
 * @property {number} tookMs from when it was due
 * @property {number} sentLateMs
 * @property {number} endedAtMs from when the load began
 */

/**
 * Posts one customer's turn to a skill's URL.
 *
 * @param {Turn} turn
 * @param {http.Agent} agent
 * @param {number} dueAt
 * @param {number} loadStartedAt
 * @returns {Promise<Answer>}
 */
export function postTurn({ url, body, headers }, agent, dueAt, loadStartedAt) {
  const sentLateMs = performance.now() - dueAt
  return new Promise((resolve) => {
    const end = (/** @type {Answer['end']} */ how) => {
      const now = performance.now()
      resolve({ end: how, tookMs: now - dueAt, sentLateMs, endedAtMs: now - loadStartedAt })
    }
    const request = http.request(url, { method: 'POST', agent, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk) => {
        text += chunk
      })
      response.on('end', () => {
        end(text.includes('Booked for') ? 'booked' : text.includes('try again') ? 'try later' : 'error')
      })
    })
    request.setTimeout(60_000, () => request.destroy())
    request.on('error', () => end('none'))
    request.end(body)
  })
}
