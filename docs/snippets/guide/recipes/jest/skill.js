module.exports = require('../node-test/skill.js')
