import { fileURLToPath } from 'node:url'

/** The script that runs a skill in a separate process. `bin` is beside both `src` and `dist`. */
export const skillRunner = fileURLToPath(new URL('../bin/skill-runner.mjs', import.meta.url))
