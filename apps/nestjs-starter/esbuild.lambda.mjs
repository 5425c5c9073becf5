/** Bundles the output of `tsc` into one file for AWS Lambda, with the files that it reads at run time. Zip the contents of `lambda/`. */
import { cp, rm } from 'node:fs/promises'
import { build } from 'esbuild'

/** Express and other packages are CommonJS and need `require`, which an ES module does not have. */
const require =
  "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);"

/** Optional modules of Nest, Terminus and pg. */
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
  entryPoints: ['dist/lambda.js'], // built by tsc, because esbuild does not emit the type metadata that Nest's injection needs
  outfile: 'lambda/dist/skill/index.mjs', // as deep as the sources, which find the folders below by relative paths
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  minify: true,
  keepNames: true, // Nest's log and errors contain class names
  external: [...optional, './embedded.js'],
  banner: { js: require },
  logLevel: 'warning',
})
await cp('migrations', 'lambda/migrations', { recursive: true })
await cp('skill-package/skill.json', 'lambda/skill-package/skill.json')
