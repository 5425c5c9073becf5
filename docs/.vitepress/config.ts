import { defineConfig, type UserConfig } from 'vitepress'
import llmstxt from 'vitepress-plugin-llms'
import { packageManagers } from './package-managers.js'
import { repositoryLinks } from './repository-links.js'
import { search } from './search.js'
import { sidebar } from './sidebar.js'
import { tableCells } from './table-cells.js'

type VitePlugins = NonNullable<NonNullable<UserConfig['vite']>['plugins']>

/** llms.txt, llms-full.txt, and each page as Markdown. It has another vite's types than VitePress. */
const forModels = llmstxt({
  injectLLMHint: false,
  ignoreFilesPerOutput: { llmsFullTxt: ['api/**'] },
}) as unknown as VitePlugins

export default defineConfig({
  title: 'alexa-profile',
  description:
    "An Alexa customer's name, email address and mobile number, read with consent, in every case that can happen.",
  lang: 'en',
  base: process.env.SITE_BASE ?? '/', // a path, with a slash at both ends, where the site is not the root of its host
  cleanUrls: true,
  srcExclude: ['README.md'],
  head: [
    ['link', { rel: 'icon', type: 'image/svg+xml', href: `${process.env.SITE_BASE ?? '/'}logo.svg` }],
    ['meta', { name: 'theme-color', content: '#0a6c8a' }],
  ],
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    config(markdown) {
      repositoryLinks(markdown, process.env.GITHUB_REPOSITORY)
      tableCells(markdown)
      packageManagers(markdown)
    },
  },
  themeConfig: {
    logo: '/logo.svg',
    nav: [
      { text: 'Guide', link: '/guide/getting-started', activeMatch: '^/guide/' },
      { text: 'API', link: '/api/', activeMatch: '^/api/' },
      { text: 'Performance', link: '/performance' },
      { text: 'Decisions', link: '/decisions/0001-results-are-compared-by-fingerprint', activeMatch: '^/decisions/' },
    ],
    sidebar: sidebar(),
    outline: { level: [2, 3] },
    search,
  },
  vite: { plugins: forModels, build: { chunkSizeWarningLimit: 2000 }, logLevel: 'warn' },
})
