#!/usr/bin/env node
import { runCreate } from '../dist/cli.mjs'

process.exitCode = await runCreate(process.argv.slice(2), {
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
  folder: process.cwd(),
  packageManager: process.env.npm_config_user_agent?.split('/')[0],
})
