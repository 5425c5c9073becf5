export interface ExportOptions {
  /** Absolute path of the folder in which the project keeps its tests. */
  readonly folder: string
  /**
   * Absolute path of the module that exports the skill: a function, or the URL of a server that the module has started.
   * Default: `skill.js` in `folder`; for a skill at a URL none, and the test uses that URL.
   */
  readonly skillFile?: string | undefined
  /** The name of that export. Default `handler`. */
  readonly exportName?: string | undefined
}
