import { defineConfig } from 'drizzle-kit'

/** After a change of the schema, `npm run migrations` writes down how to get there. Commit what it writes. */
export default defineConfig({ dialect: 'postgresql', schema: './src/database/schema.ts', out: './migrations' })
