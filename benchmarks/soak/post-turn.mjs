import http from 'node:http'
import { envelopeFor } from '../lab/customer.mjs'

/** @typedef {{ end: 'booked' | 'try later' | 'error' | 'none', tookMs: number }} Answer */

/**
 * One customer's turn at a skill's web address.
 *
 * @param {string} url
 * @param {string} origin of the API that the request names
 * @param {http.Agent} agent
 * @returns {Promise<Answer>}
 */
export function postTurn(url, origin, agent) {
  const startedAt = performance.now()
  const intent = { name: 'BookIntent', confirmationStatus: 'NONE', slots: {} }
  const envelope = envelopeFor(origin)
  const body = JSON.stringify({ ...envelope, request: { ...envelope.request, type: 'IntentRequest', intent } })
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
  return new Promise((resolve) => {
    const end = (/** @type {Answer['end']} */ how) => resolve({ end: how, tookMs: performance.now() - startedAt })
    const request = http.request(url, { method: 'POST', agent, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk) => {
        text += chunk
      })
      response.on('end', () => {
        end(text.includes('Booked for') ? 'booked' : text.includes('try again') ? 'try later' : 'error')
      })
    })
    request.setTimeout(30_000, () => request.destroy())
    request.on('error', () => end('none'))
    request.end(body)
  })
}
