export interface ExportOptions {
  /** Absolute path of the folder in which the project keeps its tests. */
  readonly folder: string
  /** Absolute path of the module that exports the skill. Default: `skill.js` in `folder`. Not for a skill at a URL. */
  readonly skillFile?: string | undefined
  /** The name of that export. Default `handler`. */
  readonly exportName?: string | undefined
}
