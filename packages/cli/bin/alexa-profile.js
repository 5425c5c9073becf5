#!/usr/bin/env node
const { runCli } = require('../dist/cli.js')

// A reader that has seen enough, `| head` say, is no failure
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error
})
runCli(process.argv.slice(2), process).then((exitCode) => {
  process.exitCode = exitCode
})
