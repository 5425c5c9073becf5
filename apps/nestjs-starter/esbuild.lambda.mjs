/** What `tsc` has built, as one file for AWS Lambda, with what it reads at run time: `lambda/` is what to zip. */
import { cp, rm } from 'node:fs/promises'
import { build } from 'esbuild'

/** Express and others are CommonJS, which asks for `require` where an ES module has none. */
const require =
  "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);"

/** What Nest, Terminus and pg look for, and do without where it is not installed. */
const optional = [
  '@mikro-orm/*',
  '@nestjs/microservices',
  '@nestjs/mongoose',
  '@nestjs/sequelize',
  '@nestjs/typeorm',
  '@nestjs/websockets',
  'class-transformer',
  'class-validator',
  'pg-native',
]

await rm('lambda', { recursive: true, force: true })
await build({
  entryPoints: ['dist/lambda.js'], // esbuild does not write the types that Nest's injection needs, tsc does
  outfile: 'lambda/dist/skill/index.mjs', // as deep as what it was made of, which finds the folders below by that
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  minify: true,
  keepNames: true, // Nest's log and errors name classes
  external: [...optional, './embedded.js'],
  banner: { js: require },
  logLevel: 'warning',
})
await cp('migrations', 'lambda/migrations', { recursive: true })
await cp('skill-package/skill.json', 'lambda/skill-package/skill.json')
