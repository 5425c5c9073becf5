/** Where a value is, or should be: member names and list positions from the top of the file. */
export type ManifestPath = readonly (string | number)[]
