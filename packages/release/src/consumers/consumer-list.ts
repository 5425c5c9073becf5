export interface Consumer {
  /** In the table. */
  readonly name: string
  /** The folder below `consumers/` with its `skill.ts`, and its `talk.ts` where it does not play the common one. */
  readonly program: string
  /** What it installs of ours, without the scope. The common `talk.ts` needs the emulator. */
  readonly packages: readonly string[]
  /** What it installs besides, in exact versions. */
  readonly dependencies: Readonly<Record<string, string>>
  /** What its program needs of TypeScript besides `strict`. */
  readonly compilerOptions?: Readonly<Record<string, unknown>>
  /** Its framework's own types have errors that no user of it is spared. Default: all types are checked. */
  readonly skipLibCheck?: boolean
  /** Modules that its framework loads only where they are there: bundles leave them out. */
  readonly external?: readonly string[]
  /** Where bundlers look in a package's manifest, in place of what is usual with each. */
  readonly mainFields?: readonly string[]
  /** Versions for what its framework asks for in ranges that hold a broken one: `resolutions`, as yarn and pnpm read them. */
  readonly resolutions?: Readonly<Record<string, string>>
  /** Checks that cannot be made, by what the results call them (`rollup cjs`), for a reason that is its framework's. */
  readonly without?: readonly Limit[]
  /** Checked by `--quick`, too. */
  readonly quick?: boolean
}

export interface Limit {
  readonly what: RegExp
  readonly reason: string
}

const jovoTools = ['@alexa/acdl', '@jest/globals', '@jovotech/cli-core', '@jovotech/filebuilder']

/** What rollup and webpack look for last, and esbuild, for Node, first. */
const commonJs = ['main', 'module']

/** What Nest looks for and does without. */
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

/** A new package, or another version of a framework, is an entry here and, for a package, a folder in `consumers/`. */
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
    mainFields: commonJs, // its ES modules say that they have no side effects, and lose `import 'reflect-metadata'`
    resolutions: { 'class-transformer': '0.4.0' }, // 0.4.1 dropped `plainToClass`, which every response needs
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
    mainFields: commonJs, // its ES modules say that they have no side effects, and lose `import 'reflect-metadata'`
    resolutions: { 'class-transformer': '0.4.0', '@jovotech/output': '4.5.2' }, // else yarn mixes it with 4.6
    without: [{ what: /^yarn PnP [mc]js$/, reason: '@jovotech/common requires chalk and does not declare it' }],
  },
  {
    name: 'Jovo 3.6',
    program: 'jovo-v3',
    packages: ['jovo', 'emulator'],
    dependencies: { 'jovo-core': '3.6.1', 'jovo-framework': '3.6.2', 'jovo-platform-alexa': '3.6.3' },
    skipLibCheck: true,
    mainFields: commonJs, // i18next's ES module has no `init` where Jovo looks for it
  },
  nest('10', '10.4.22'),
  nest('11', '11.2.10'),
  nest('12', '12.5.1', [
    {
      what: /^TS (?!(5\.9|6\.0|7\.0) nodenext).* cts$/,
      reason: 'it has ES modules only, which TypeScript lets CommonJS require from 5.8 on, with nodenext (TS1479)',
    },
    {
      what: /^yarn PnP cjs$/,
      reason: 'it has ES modules only, and what those import yarn does not find when CommonJS requires them',
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
        reason:
          'it puts the emulator into the bundle, where tsyringe then comes before the reflect-metadata that it needs',
      },
    ],
  },
  { name: 'cli', program: 'cli', packages: ['cli'], dependencies: {}, quick: true },
]
