interface SvgContent {
  readonly title: string
  readonly description: string
  readonly width: number
  readonly height: number
  readonly body: string
}

/** The frame that all diagrams share. Its own background keeps it readable where a page's theme is not the system's. */
export function svgDocument({ title, description, width, height, body }: SvgContent): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width * 1.2}" height="${height * 1.2}" role="img" aria-labelledby="title description">
<title id="title">${escapeXml(title)}</title>
<desc id="description">${escapeXml(description)}</desc>
<style>
  :root { color-scheme: light dark }
  text { font: 14px system-ui, -apple-system, 'Segoe UI', sans-serif; fill: #16191f; text-anchor: middle }
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

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
