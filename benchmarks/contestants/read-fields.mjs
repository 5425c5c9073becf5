/** Fields by a function that reads one: all at once, or one after another as samples write it. */
export async function readFields(fields, get, parallel) {
  const values = {}
  if (parallel) {
    await Promise.all(
      fields.map(async (field) => {
        values[field] = await get(field)
      }),
    )
  } else {
    for (const field of fields) values[field] = await get(field)
  }
  return values
}
