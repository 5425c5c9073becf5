import { deepStrictEqual, strictEqual } from 'node:assert'
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { checkSkillManifest } from '@alexa-profile/cli'

/** A skill that reads the email address and has not declared it. */
const manifest = { manifest: { apis: { custom: {} }, permissions: [], manifestVersion: '1.0' } }
const rules: string[] = checkSkillManifest(manifest, { fields: ['email'] }).map(({ rule }) => rule)
strictEqual(rules.includes('scope-undeclared'), true)

writeFileSync('skill.json', JSON.stringify(manifest))
const manifestOfCli = createRequire(`${process.cwd()}/talk.js`).resolve('@alexa-profile/cli/package.json')
const command = manifestOfCli.replace('package.json', 'bin/alexa-profile.js')
const checked = spawnSync(process.execPath, [command, 'check', 'skill.json', '--fields', 'email'])
deepStrictEqual([checked.status, String(checked.stdout).includes('alexa::profile:email:read')], [1, true])
