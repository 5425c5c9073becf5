/** Options of *Export as test*. */
export interface ExportOptions {
  /** The absolute path of the folder in which the project keeps its tests. */
  readonly folder: string
  /**
   * The absolute path of the module that exports the skill: a function, or the URL of a server that the module has
   * started. Default: `skill.js` in `folder`. For a skill at a URL, the test uses that URL by default.
   */
  readonly skillFile?: string | undefined
  /** The name of that export. Default: `handler`. */
  readonly exportName?: string | undefined
}
