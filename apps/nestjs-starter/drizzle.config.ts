import { defineConfig } from 'drizzle-kit'

/** After you change the schema, run `npm run migrations` and commit the files that it writes. */
export default defineConfig({ dialect: 'postgresql', schema: './src/database/schema.ts', out: './migrations' })
