/** Reads fields with a function that reads one: in parallel, or one after another as in samples. */
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
