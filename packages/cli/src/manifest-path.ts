/** The position of a value, or where it should be: member names and list positions from the top of the file. */
export type ManifestPath = readonly (string | number)[]
