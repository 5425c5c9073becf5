import { defineConfig } from 'vite'

/** The console's page: one script, one style sheet, an icon. They are served by src/console/page-files.ts. */
export default defineConfig({
  base: '/console/',
  build: {
    outDir: '../dist/console',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: { entryFileNames: 'console.js', assetFileNames: 'console[extname]' },
    },
  },
})
