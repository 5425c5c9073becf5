const { ProjectConfig } = require('@jovotech/cli-core')

module.exports = new ProjectConfig({ endpoint: 'https://example.com/webhook', plugins: [] })
