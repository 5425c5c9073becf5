import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import manifest from '../package.json'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

it('names every bundled package with its license', () => {
  const sources = readdirSync(new URL('../src/', import.meta.url), { recursive: true, encoding: 'utf8' })
  const imports = sources
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [...read(`../src/${file}`).matchAll(/^import (?!type ).*?from '([^.'][^']*)'/gms)])
    .map(([, specifier = '']) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? '')
  const builtIn = new Set(imports.filter((name) => Object.hasOwn(manifest.devDependencies, name)))
  expect(builtIn).toContain('@modelcontextprotocol/server')
  const notices = read('../THIRD-PARTY-NOTICES.txt')
  for (const name of builtIn) expect(notices).toMatch(new RegExp(`^${name} +Copyright`, 'm'))
  expect(notices).toContain('Apache License')
  expect(manifest.files).toContain('THIRD-PARTY-NOTICES.txt')
})

it('serves coding agents from one small file without dependencies', () => {
  const server = read('../dist/mcp-server.mjs')
  expect(server.length).toBeLessThan(450_000)
  const imports = [...server.matchAll(/\bfrom\s?["']([^"']+)["']|\bimport\s?["']([^"']+)["']/g)].map(
    ([, from, alone]) => from ?? alone,
  )
  expect(imports.length).toBeGreaterThan(0)
  expect(imports.filter((name) => !name?.startsWith('node:'))).toEqual([])
  for (const file of ['cli.js', 'cli.mjs']) expect(read(`../dist/${file}`)).not.toContain('mcp-server.mjs') // loaded by `mcp` alone
})
