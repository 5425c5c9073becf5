#!/usr/bin/env node
const { runCli } = require('../dist/cli.js')

// A reader that stops early, such as `| head`, is not an error
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error
})
const [command] = process.argv.slice(2)
runCli(process.argv.slice(2), process).then((exitCode) => {
  process.exitCode = exitCode
  // Unread output keeps the process alive. A reader that has stopped must not keep a server alive.
  if (command === 'dev' || command === 'mcp') setTimeout(() => process.exit(), 2000).unref()
})
