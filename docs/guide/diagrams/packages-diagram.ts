import { escapeXml, svgDocument } from './svg-document.js'

const width = 460

/** Draws the connections in production, the place of each package, and what replaces Amazon on a laptop. */
export function packagesDiagram(): string {
  const body = [
    box('head', 16, 14, 116, 40, ['Customer']),
    box('head', 172, 14, 116, 40, ['Alexa']),
    box('head', 328, 14, 116, 40, ['Profile API']),
    arrow(132, 34, 172, 34),
    arrow(230, 54, 230, 116),
    text(222, 90, 'signed request, token', 'small end'),
    '<rect class="paper" x="16" y="116" width="428" height="218" rx="8"/>',
    arrow(398, 270, 398, 54),
    text(392, 90, 'one GET per field', 'small end'),
    text(30, 138, 'Your skill', 'name start'),
    box('box', 30, 148, 336, 46, ['request-verifier', 'on your own server: is it Alexa?']),
    box('head', 30, 204, 104, 46, ['ask-sdk', 'ask-sdk-core']),
    box('head', 146, 204, 104, 46, ['jovo', 'Jovo 4 and 3']),
    box('head', 262, 204, 104, 46, ['nestjs', 'Nest 10 to 12']),
    arrow(82, 250, 82, 270),
    arrow(198, 250, 198, 270),
    arrow(314, 250, 314, 270),
    box('head', 30, 270, 400, 50, ['core', 'reads, decides, asks; no dependencies']),

    text(30, 362, 'On your laptop, instead of Amazon', 'name start'),
    box('box', 16, 374, 428, 50, ['emulator', 'customer, Alexa, app, profile API, and their failures']),
    box('box', 16, 434, 135, 64, ['console', 'a page to talk', 'to your skill']),
    box('box', 162, 434, 136, 64, ['cli', 'dev: run a skill', 'check: the manifest']),
    box('box', 309, 434, 135, 64, ['create', 'a complete skill', 'to start with']),
  ]
  const description =
    'The customer speaks to Alexa. Alexa sends your skill a signed request with a token. On your own server, ' +
    'request-verifier checks that the request comes from Alexa. ask-sdk, jovo and nestjs connect their frameworks to core, ' +
    'which reads each field from the profile API with one GET, decides and asks for consent. On your laptop, emulator ' +
    'replaces the customer, Alexa, the Alexa app and the profile API. console is a page to talk to your skill. cli runs a ' +
    'skill with both and checks the manifest. create creates a complete skill to start with.'
  const title = 'How the packages work together'
  return svgDocument({ title, description, width, height: 514, body: body.join('\n') })
}

/** The first string is the name of the box. */
function box(kind: string, x: number, y: number, boxWidth: number, height: number, texts: readonly string[]): string {
  const [name = '', ...lines] = texts
  const first = y + height / 2 + 5 - lines.length * 8.5
  const small = lines.map((line, index) => text(x + boxWidth / 2, first + 17 * (index + 1), line, 'small'))
  const rect = `<rect class="${kind}" x="${x}" y="${y}" width="${boxWidth}" height="${height}" rx="6"/>`
  return [rect, text(x + boxWidth / 2, first, name, 'name'), ...small].join('\n')
}

function text(x: number, y: number, content: string, kind: string): string {
  return `<text class="${kind}" x="${x}" y="${y}">${escapeXml(content)}</text>`
}

function arrow(x1: number, y1: number, x2: number, y2: number): string {
  const [dx, dy] = [Math.sign(x2 - x1), Math.sign(y2 - y1)]
  const tip = `<path class="tip" d="M${x2} ${y2}l${-9 * dx - 4.5 * dy} ${-9 * dy - 4.5 * dx}l${9 * dy} ${9 * dx}z"/>`
  return `<line class="arrow" x1="${x1}" y1="${y1}" x2="${x2 - 8 * dx}" y2="${y2 - 8 * dy}"/>\n${tip}`
}
