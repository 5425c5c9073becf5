/** An app that requires the built package without a compiler: `node built-app.cjs <folder of the build> <adapter>`. */
const [, , build, adapterName] = process.argv
const { createRequire } = require('node:module')

const requireThere = createRequire(`${build}/index.js`)
requireThere('reflect-metadata')
const { Controller, Module, UseInterceptors } = requireThere('@nestjs/common')
const { NestFactory } = requireThere('@nestjs/core')
const adapters = requireThere(`@nestjs/platform-${adapterName.toLowerCase()}`)
const { AlexaProfileModule, OnLaunch, ProfileInterceptor } = requireThere('./index.js')

class SkillController {
  launch() {
    return 'Hello.'
  }
}
OnLaunch()(SkillController.prototype, 'launch', Object.getOwnPropertyDescriptor(SkillController.prototype, 'launch'))
UseInterceptors(ProfileInterceptor)(SkillController)
Controller('alexa')(SkillController)

class AppModule {}
Module({ imports: [AlexaProfileModule.forRoot({})], controllers: [SkillController] })(AppModule)

async function main() {
  const app = await NestFactory.create(AppModule, new adapters[`${adapterName}Adapter`](), { logger: ['error'] })
  await app.listen(0, '127.0.0.1')
  const response = await fetch(`${await app.getUrl()}/alexa`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ version: '1.0', session: {}, context: {}, request: { type: 'LaunchRequest' } }),
  })
  process.stdout.write(await response.text())
  await app.close()
}

void main()
