import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { fieldViews } from '../src/protocol/field-view.js'

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The console's page: its script, the worker that holds the connection, a style sheet, an icon. See src/server/page-files.ts. */
export default defineConfig({
  base: '/console/',
  define: { FIELD_VIEWS: JSON.stringify(fieldViews) },
  build: {
    outDir: '../dist/page',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    // of what is built into the page; with "license" in its name, pnpm would leave out the package's own LICENSE
    license: { fileName: 'third-party-notices.md' },
    rolldownOptions: {
      input: { console: file('index.html'), 'stream-worker': file('src/stream/stream-worker.ts') },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name].js',
        assetFileNames: 'console[extname]',
      },
    },
  },
})
