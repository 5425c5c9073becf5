import { escapeXml, svgDocument } from './svg-document.js'

interface Message {
  readonly from: string
  readonly to: string
  readonly text: string
  /** Marks a response. */
  readonly dashed?: boolean
}

export interface Story {
  readonly title: string
  readonly lanes: readonly string[]
  /** A string is a heading between steps. */
  readonly steps: readonly (Message | string)[]
}

interface Drawn {
  readonly svg: string
  readonly height: number
}

const width = 400
const lineHeight = 18
const textWidth = 7.1 // of a character, on average
const longestLine = 26 // in characters

/** Draws a story as SVG that fits a phone. Its description contains every step in words. */
export function sequenceDiagram({ title, lanes, steps }: Story): string {
  const laneWidth = width / lanes.length
  const xOf = (lane: string) => {
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

function inWords(steps: Story['steps']): string {
  let number = 0
  return steps
    .map((step) => {
      if (typeof step === 'string') return `${step}:`
      number += 1
      return `${number}. ${step.from} to ${step.to}: ${step.text}`
    })
    .join('\n')
}

function heading(text: string, y: number): Drawn {
  const line = `<line class="rule" x1="12" x2="${width - 12}" y1="${y + 14}" y2="${y + 14}"/>`
  return {
    height: 30,
    svg: `${line}\n<text class="heading halo" x="${width / 2}" y="${y + 19}">${escapeXml(text)}</text>`,
  }
}

function message({ from, to, text, dashed }: Message, y: number, xOf: (lane: string) => number): Drawn {
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

function wrap(text: string): string[] {
  const [first = '', ...words] = text.split(' ')
  const lines = [first]
  for (const word of words) {
    const line = `${lines.at(-1)} ${word}`
    if (line.length <= longestLine) lines[lines.length - 1] = line
    else lines.push(word)
  }
  return lines
}
