// Writes the SVG files beside it: node docs/guide/diagrams/draw.mjs
import { writeFileSync } from 'node:fs'
import { diagrams } from './diagrams.mjs'

for (const [name, svg] of Object.entries(diagrams)) writeFileSync(new URL(`${name}.svg`, import.meta.url), svg)
