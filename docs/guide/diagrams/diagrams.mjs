import { packagesDiagram } from './packages-diagram.mjs'
import { sequenceDiagram } from './sequence-diagram.mjs'
import { stories } from './stories.mjs'

/** All diagrams by the names of their files. */
export const diagrams = {
  ...Object.fromEntries(Object.entries(stories).map(([name, story]) => [name, sequenceDiagram(story)])),
  packages: packagesDiagram(),
}
