import { fileURLToPath } from 'node:url'

/** The script of the process that a skill runs in. It lies beside the sources and what they are built to. */
export const skillRunner = fileURLToPath(new URL('../bin/skill-runner.mjs', import.meta.url))
