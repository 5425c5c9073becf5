import type { File, ImportDeclaration, Node, ObjectPattern, Statement } from '@babel/types'
import { isMember, memberName, requiredModule } from './syntax.js'

const askSdkModules = new Set(['ask-sdk-core', 'ask-sdk'])

/** A statement from which a file gets ask-sdk's names. */
export interface AskSdkImport {
  readonly statement: Statement
  readonly module: string
  /** The name of the namespace, as in `import * as Alexa`, or `const Alexa = require(…)`. */
  readonly namespace: string | undefined
  /** The local names, by imported name. */
  readonly names: ReadonlyMap<string, string>
  /** The list from which names are removed. */
  readonly list: ImportDeclaration | ObjectPattern | undefined
}

/** The imports of ask-sdk, and the calls of `require` for it, at the top of a file. */
export function askSdkImports(file: File): AskSdkImport[] {
  return file.program.body.flatMap((statement): AskSdkImport[] => {
    if (statement.type === 'ImportDeclaration') return importOf(statement)
    if (statement.type !== 'VariableDeclaration') return []
    return statement.declarations.flatMap(({ id, init }): AskSdkImport[] => {
      const module = requiredModule(init)
      if (module === undefined || !askSdkModules.has(module)) return []
      if (id.type === 'Identifier')
        return [{ statement, module, namespace: id.name, names: new Map(), list: undefined }]
      if (id.type !== 'ObjectPattern') return []
      return [{ statement, module, namespace: undefined, names: namesIn(id), list: id }]
    })
  })
}

function importOf(statement: ImportDeclaration): AskSdkImport[] {
  const module = statement.source.value
  if (!askSdkModules.has(module) || statement.importKind === 'type') return []
  const names = new Map<string, string>()
  let namespace: string | undefined
  for (const specifier of statement.specifiers) {
    if (specifier.type !== 'ImportSpecifier') namespace = specifier.local.name
    else if (specifier.imported.type === 'Identifier') names.set(specifier.imported.name, specifier.local.name)
  }
  return [{ statement, module, namespace, names, list: statement }]
}

function namesIn(pattern: ObjectPattern): Map<string, string> {
  const names = new Map<string, string>()
  for (const property of pattern.properties) {
    if (property.type !== 'ObjectProperty') continue
    const { key, value } = property
    if (key.type === 'Identifier' && value.type === 'Identifier') names.set(key.name, value.name)
  }
  return names
}

/** Whether an expression is `name` of ask-sdk: `DefaultApiClient`, or `Alexa.DefaultApiClient`. */
export function isAskSdkName(node: Node, name: string, imports: readonly AskSdkImport[]): boolean {
  if (node.type === 'Identifier') return imports.some(({ names }) => names.get(name) === node.name)
  if (!isMember(node) || memberName(node) !== name || node.object.type !== 'Identifier') return false
  const { name: object } = node.object
  return imports.some(({ namespace }) => namespace === object)
}
