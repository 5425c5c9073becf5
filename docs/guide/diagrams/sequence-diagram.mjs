/**
 * A sequence diagram as SVG: narrow enough for a phone, with colours for light and dark, and a description that says in
 * words all that it shows.
 *
 * @typedef {{ from: string, to: string, text: string, dashed?: boolean }} Message
 * @typedef {{ title: string, lanes: string[], steps: (Message | string)[] }} Story a text is a heading between steps
 */

const width = 400
const fontSize = 14
const lineHeight = 18
const textWidth = 7.1 // of a character, on average
const longestLine = 26 // in characters

/** @param {Story} story */
export function sequenceDiagram({ title, lanes, steps }) {
  const laneWidth = width / lanes.length
  const xOf = (lane) => {
    const index = lanes.indexOf(lane)
    if (index < 0) throw new Error(`${title}: there is no lane "${lane}"`)
    return Math.round(laneWidth * (index + 0.5))
  }
  let y = 58
  const drawn = steps.map((step) => {
    const { height, svg } = typeof step === 'string' ? heading(step, y) : message(step, y, xOf)
    y += height
    return svg
  })
  const height = y + 14

  const heads = lanes.map((lane) => {
    const x = xOf(lane)
    const line = `<line class="lane" x1="${x}" x2="${x}" y1="42" y2="${height - 12}"/>`
    const box = `<rect class="head" x="${x - laneWidth / 2 + 5}" y="12" width="${laneWidth - 10}" height="30" rx="6"/>`
    return `${line}\n${box}\n<text class="name" x="${x}" y="32">${escapeXml(lane)}</text>`
  })
  return svgDocument({ title, description: inWords(steps), width, height, body: [...heads, ...drawn].join('\n') })
}

function inWords(steps) {
  let number = 0
  return steps
    .map((step) => {
      if (typeof step === 'string') return `${step}:`
      number += 1
      return `${number}. ${step.from} to ${step.to}: ${step.text}`
    })
    .join('\n')
}

function heading(text, y) {
  const line = `<line class="rule" x1="12" x2="${width - 12}" y1="${y + 14}" y2="${y + 14}"/>`
  return {
    height: 30,
    svg: `${line}\n<text class="heading halo" x="${width / 2}" y="${y + 19}">${escapeXml(text)}</text>`,
  }
}

function message({ from, to, text, dashed }, y, xOf) {
  const [start, end] = [xOf(from), xOf(to)]
  const lines = wrap(text)
  const half = (Math.max(...lines.map(({ length }) => length)) * textWidth) / 2
  const middle = Math.min(Math.max((start + end) / 2, half + 10), width - half - 10)
  const labels = lines.map((line, index) => {
    const baseline = y + 14 + index * lineHeight
    return `<text class="label halo" x="${Math.round(middle)}" y="${baseline}">${escapeXml(line)}</text>`
  })
  const arrowY = y + lines.length * lineHeight + 3
  const direction = end > start ? 1 : -1
  const arrow = `<line class="arrow${dashed ? ' dashed' : ''}" x1="${start}" x2="${end - direction * 8}" y1="${arrowY}" y2="${arrowY}"/>`
  const tip = `<path class="tip" d="M${end} ${arrowY}l${-direction * 9} -4.5v9z"/>`
  return { height: lines.length * lineHeight + 16, svg: [...labels, arrow, tip].join('\n') }
}

function wrap(text) {
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = `${lines.at(-1)} ${word}`.trim()
    if (line.length <= longestLine || lines.at(-1) === '') lines[lines.length - 1] = line
    else lines.push(word)
  }
  return lines
}

/** The frame that all diagrams share. Its own background keeps it readable where a page's theme is not the system's. */
export function svgDocument({ title, description, width, height, body }) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width * 1.2}" height="${height * 1.2}" role="img" aria-labelledby="title description">
<title id="title">${escapeXml(title)}</title>
<desc id="description">${escapeXml(description)}</desc>
<style>
  :root { color-scheme: light dark }
  text { font: ${fontSize}px system-ui, -apple-system, 'Segoe UI', sans-serif; fill: #16191f; text-anchor: middle }
  .paper { fill: #fff; stroke: #d5dbe1 }
  .head { fill: #e3f0f6; stroke: #0b6b8c }
  .box { fill: #f4f6f8; stroke: #8b95a1 }
  .name { font-weight: 600 }
  .small { font-size: 12.5px }
  .code { font: 12.5px ui-monospace, Menlo, Consolas, monospace }
  .heading { font-weight: 600; fill: #0b6b8c }
  .halo { paint-order: stroke; stroke: #fff; stroke-width: 5px; stroke-linejoin: round }
  .lane, .rule { stroke: #c3cad2 }
  .lane { stroke-dasharray: 3 4 }
  .arrow { stroke: #0b6b8c; stroke-width: 1.6; fill: none }
  .dashed { stroke-dasharray: 6 4 }
  .tip { fill: #0b6b8c }
  .start { text-anchor: start }
  .end { text-anchor: end }
  @media (prefers-color-scheme: dark) {
    text { fill: #e8eaed }
    .paper { fill: #1b1f24; stroke: #3b4249 }
    .head { fill: #12384a; stroke: #56b4d9 }
    .box { fill: #262b31; stroke: #6b7580 }
    .heading { fill: #7cc7e6 }
    .halo { stroke: #1b1f24 }
    .lane, .rule { stroke: #4a525b }
    .arrow { stroke: #56b4d9 }
    .tip { fill: #56b4d9 }
  }
</style>
<rect class="paper" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="10"/>
${body}
</svg>
`
}

export function escapeXml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
