export interface Consumer {
  /** The name in the table. */
  readonly name: string
  /** The folder below `consumers/` with its `skill.ts`, and its own `talk.ts` if it does not use the common one. */
  readonly program: string
  /** Our packages that it installs, without the scope. The common `talk.ts` needs the emulator. */
  readonly packages: readonly string[]
  /** Other packages that it installs, with exact versions. */
  readonly dependencies: Readonly<Record<string, string>>
  /** TypeScript options that its program needs in addition to `strict`. */
  readonly compilerOptions?: Readonly<Record<string, unknown>>
  /** Set if the framework's own types have errors, which all of its users get. Default: all types are checked. */
  readonly skipLibCheck?: boolean
  /** Modules that its framework loads only if they are installed. Bundles leave them out. */
  readonly external?: readonly string[]
  /** The members of a package's manifest in which bundlers look, in place of each bundler's default. */
  readonly mainFields?: readonly string[]
  /** Versions of packages whose range in the framework contains a broken version: `resolutions` for yarn and pnpm. */
  readonly resolutions?: Readonly<Record<string, string>>
  /** Checks that cannot run, by their name in the results (`rollup cjs`), with the reason in the framework. */
  readonly without?: readonly Limit[]
  /** Whether `--quick` also checks it. */
  readonly quick?: boolean
}

export interface Limit {
  readonly what: RegExp
  readonly reason: string
}

const jovoTools = ['@alexa/acdl', '@jest/globals', '@jovotech/cli-core', '@jovotech/filebuilder']

/** The member that rollup and webpack try last, and that esbuild tries first for Node. */
const commonJs = ['main', 'module']

/** Optional modules of Nest. */
const nestExtras = [
  '@nestjs/microservices',
  '@nestjs/microservices/microservices-module',
  '@nestjs/microservices/microservices-module.js', // as Nest 12 spells it
  '@nestjs/websockets',
  '@nestjs/websockets/socket-module',
  '@nestjs/websockets/socket-module.js',
  'class-transformer',
  'class-transformer/storage',
  'class-validator',
]

function nest(major: string, common: string, without: readonly Limit[] = []): Consumer {
  return {
    name: `Nest ${major}`,
    program: 'nestjs',
    packages: ['nestjs', 'emulator'],
    dependencies: {
      '@nestjs/common': common,
      '@nestjs/core': common,
      '@nestjs/platform-express': common,
      'reflect-metadata': '0.2.2',
      rxjs: '7.8.2',
    },
    compilerOptions: { experimentalDecorators: true },
    skipLibCheck: true,
    external: nestExtras,
    without,
  }
}

/**
 * All consumers. Add an entry for a new package or another version of a framework. A new package also needs a folder in
 * `consumers/`.
 */
export const consumers: readonly Consumer[] = [
  { name: 'core', program: 'core', packages: ['core', 'emulator'], dependencies: {} },
  {
    name: 'ask-sdk 2.14',
    program: 'ask-sdk',
    packages: ['ask-sdk', 'emulator'],
    dependencies: { 'ask-sdk-core': '2.14.0', 'ask-sdk-model': '1.86.0' },
    quick: true,
  },
  {
    name: 'ask-sdk 2.7',
    program: 'ask-sdk',
    packages: ['ask-sdk', 'emulator'],
    dependencies: { 'ask-sdk-core': '2.7.0', 'ask-sdk-model': '1.29.0' },
  },
  {
    name: 'Jovo 4.6',
    program: 'jovo',
    packages: ['jovo', 'emulator'],
    dependencies: {
      '@jovotech/framework': '4.6.2',
      '@jovotech/platform-alexa': '4.6.2',
      '@jovotech/server-express': '4.6.2',
      'class-transformer': '0.4.0',
      express: '4.22.3',
    },
    compilerOptions: { experimentalDecorators: true },
    skipLibCheck: true,
    external: jovoTools,
    mainFields: commonJs, // its ES modules claim to have no side effects, so bundlers drop `import 'reflect-metadata'`
    resolutions: { 'class-transformer': '0.4.0' }, // 0.4.1 removed `plainToClass`, which every response needs
    without: [{ what: /^yarn PnP [mc]js$/, reason: '@jovotech/common requires chalk and does not declare it' }],
  },
  {
    name: 'Jovo 4.5',
    program: 'jovo',
    packages: ['jovo', 'emulator'],
    dependencies: {
      '@jovotech/framework': '4.5.2',
      '@jovotech/output': '4.5.2',
      '@jovotech/platform-alexa': '4.5.2',
      '@jovotech/server-express': '4.5.2',
      'class-transformer': '0.4.0',
      express: '4.22.3',
    },
    compilerOptions: { experimentalDecorators: true },
    skipLibCheck: true,
    external: jovoTools,
    mainFields: commonJs, // its ES modules claim to have no side effects, so bundlers drop `import 'reflect-metadata'`
    resolutions: { 'class-transformer': '0.4.0', '@jovotech/output': '4.5.2' }, // otherwise yarn mixes it with 4.6
    without: [{ what: /^yarn PnP [mc]js$/, reason: '@jovotech/common requires chalk and does not declare it' }],
  },
  {
    name: 'Jovo 3.6',
    program: 'jovo-v3',
    packages: ['jovo', 'emulator'],
    dependencies: { 'jovo-core': '3.6.1', 'jovo-framework': '3.6.2', 'jovo-platform-alexa': '3.6.3' },
    skipLibCheck: true,
    mainFields: commonJs, // i18next's ES module has no `init` at the place where Jovo looks for it
  },
  nest('10', '10.4.22'),
  nest('11', '11.2.10'),
  nest('12', '12.5.1', [
    {
      what: /^TS (?!(5\.9|6\.0|7\.0) nodenext).* cts$/,
      reason: 'it has only ES modules, which CommonJS can require since TypeScript 5.8, with nodenext (TS1479)',
    },
    {
      what: /^yarn PnP cjs$/,
      reason: 'it has only ES modules, and yarn does not find their imports if CommonJS requires them',
    },
  ]),
  {
    name: 'request-verifier',
    program: 'request-verifier',
    packages: ['request-verifier', 'core', 'emulator'],
    dependencies: {},
  },
  {
    name: 'console',
    program: 'console',
    packages: ['console', 'emulator'],
    dependencies: {},
    without: [
      {
        what: /^rollup cjs$/,
        reason: 'it bundles the emulator, and tsyringe is then loaded before the reflect-metadata that it needs',
      },
    ],
  },
  { name: 'cli', program: 'cli', packages: ['cli'], dependencies: {}, quick: true },
]
