import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { fieldViews } from '../src/protocol/field-view.js'

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * Builds the console's page: its script, the worker with the connection, a style sheet and an icon. See
 * src/server/page-files.ts.
 */
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
    // The licenses of what is built into the page. With "license" in the file's name, pnpm would leave out the
    // package's LICENSE.
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
