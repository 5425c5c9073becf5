require('../dist/cli.js')
