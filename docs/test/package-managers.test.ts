import { expect, it } from 'vitest'
import { commandsFor } from '../.vitepress/package-managers.js'

it.each([
  ['npm install @alexa-profile/core', 'pnpm add @alexa-profile/core', 'yarn add @alexa-profile/core'],
  ['npx alexa-profile check', 'pnpm exec alexa-profile check', 'yarn alexa-profile check'],
  ['npm install --prefix lambda', 'pnpm --dir lambda install', 'yarn --cwd lambda install'],
  ['npm install --prefix lambda ask-sdk', 'pnpm --dir lambda add ask-sdk', 'yarn --cwd lambda add ask-sdk'],
])('shows %s for other package managers', (npm, pnpm, yarn) => {
  expect([commandsFor('pnpm', npm), commandsFor('yarn', npm)]).toEqual([pnpm, yarn])
})
