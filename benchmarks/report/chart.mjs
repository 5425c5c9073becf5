import { scaleBand, scaleLinear } from 'd3-scale'

const width = 760
const rowHeight = 24
const left = 330
const right = 60
const top = 34

const style = `
  text { font: 13px system-ui, sans-serif; fill: #1f2328 }
  .grid { stroke: #d0d7de }
  .ours { fill: #0969da }
  .other { fill: #8c959f }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 }
    .grid { stroke: #30363d }
    .ours { fill: #4493f8 }
    .other { fill: #6e7681 }
  }`

/**
 * Draws horizontal bars, one per row, as an SVG with light and dark colours.
 *
 * @param {{ title: string, unit: string, rows: { label: string, value: number, isOurs: boolean }[] }} chart
 */
export function barChart({ title, unit, rows }) {
  const height = top + rows.length * rowHeight + 26
  const x = scaleLinear([0, Math.max(...rows.map(({ value }) => value))], [left, width - right]).nice(5)
  const y = scaleBand(
    rows.map(({ label }) => label),
    [top, top + rows.length * rowHeight],
  ).padding(0.25)
  const grid = x
    .ticks(5)
    .flatMap((tick) => [
      `<line class="grid" x1="${x(tick)}" x2="${x(tick)}" y1="${top}" y2="${height - 24}"/>`,
      `<text x="${x(tick)}" y="${height - 8}" text-anchor="middle">${x.tickFormat(5)(tick)}</text>`,
    ])
  const bars = rows.flatMap(({ label, value, isOurs }) => {
    const middle = y(label) + y.bandwidth() / 2 + 4
    return [
      `<text x="${left - 8}" y="${middle}" text-anchor="end">${escapeXml(label)}</text>`,
      `<rect class="${isOurs ? 'ours' : 'other'}" x="${left}" y="${y(label)}" width="${x(value) - left}" height="${y.bandwidth()}" rx="2"/>`,
      `<text x="${x(value) + 6}" y="${middle}">${Math.round(value)}</text>`,
    ]
  })
  const titleLine = `<text x="0" y="18" font-weight="600">${escapeXml(`${title}, ${unit}`)}</text>`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(title)}">`,
    `<style>${style}</style>`,
    titleLine,
    ...grid,
    ...bars,
    '</svg>\n',
  ].join('\n')
}

function escapeXml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
