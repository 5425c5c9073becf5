import { defineConfig, type UserConfig } from 'vitepress'
import llmstxt from 'vitepress-plugin-llms'
import { llmsSections } from './llms-sections.js'
import { packageManagers } from './package-managers.js'
import { repositoryLinks } from './repository-links.js'
import { search } from './search.js'
import { sidebar } from './sidebar.js'
import { tableCells } from './table-cells.js'

type VitePlugins = NonNullable<NonNullable<UserConfig['vite']>['plugins']>

/** Writes llms.txt, llms-full.txt, and each page as Markdown. Its types belong to another version of Vite than VitePress's. */
const forModels = llmstxt({
  injectLLMHint: false,
  ignoreFilesPerOutput: { llmsFullTxt: ['api/**', 'decisions/**'] },
}) as unknown as VitePlugins

export default defineConfig({
  title: 'alexa-profile',
  description:
    "Read an Alexa customer's name, email address, phone number and device address, with consent and typed errors.",
  lang: 'en',
  base: process.env.SITE_BASE ?? '/', // the site's path on its host, with a slash at both ends
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
  buildEnd: ({ outDir }) => llmsSections(`${outDir}/llms.txt`),
  vite: { plugins: forModels, build: { chunkSizeWarningLimit: 2000 }, logLevel: 'warn' },
})
