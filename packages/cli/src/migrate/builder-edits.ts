import type { CallExpression, Expression, File, Node, Statement } from '@babel/types'
import MagicString from 'magic-string'
import { type AskSdkImport, askSdkImports, isAskSdkName } from './ask-sdk-names.js'
import { parseSource } from './parse-source.js'
import { bare, isMember, memberName, methodCall, nodesOf } from './syntax.js'

/** An edit of the skill builder that does not affect the handlers. */
export interface BuilderEdit {
  readonly kind: 'api-client' | 'lambda-handler'
  readonly offset: number
}

export interface EditedSource {
  readonly edits: readonly BuilderEdit[]
  /** Calls that also have to change, but cannot be edited safely. */
  readonly byHand: readonly BuilderEdit[]
  /** The text after all edits, in its original formatting. */
  readonly text: string
}

/**
 * The two edits that are safe in any skill: `new DefaultApiClient()` becomes `new ProfileApiClient()`, and a handler
 * made with `.lambda()` becomes an async function that calls `.create()`'s skill. Undefined if there is nothing to edit
 * or to change by hand.
 */
export function builderEdits(fileName: string, file: File, text: string): EditedSource | undefined {
  const imports = askSdkImports(file)
  if (imports.length === 0) return undefined
  const output = new MagicString(text)
  const style = styleOf(fileName, file, text)
  const edits = [...replaceApiClients(file, imports, output, style), ...replaceLambda(file, imports, output, style)]
  const byHand = otherLambdaCalls(file, imports, edits)
  if (edits.length + byHand.length === 0) return undefined
  const edited = output.toString()
  if (parseSource(fileName, edited) === undefined) return undefined
  return { edits: edits.sort((left, right) => left.offset - right.offset), byHand, text: edited }
}

/**
 * A builder's `.lambda()` that is not the value of an exported `handler`: in a function, or exported under another
 * name.
 */
function otherLambdaCalls(file: File, imports: readonly AskSdkImport[], edits: readonly BuilderEdit[]): BuilderEdit[] {
  const edited = new Set(edits.map(({ offset }) => offset))
  return [...nodesOf(file)].flatMap(({ node }): BuilderEdit[] => {
    if (node.type !== 'CallExpression' || node.arguments.length > 0 || !isMember(node.callee)) return []
    if (memberName(node.callee) !== 'lambda' || !startsAtBuilder(node, file, imports)) return []
    const offset = dotBefore(node.callee.property)
    return edited.has(offset) ? [] : [{ kind: 'lambda-handler', offset }]
  })
}

function dotBefore(property: Node): number {
  return (property.start ?? 1) - 1
}

interface Style {
  readonly isTypeScript: boolean
  readonly isModule: boolean
  readonly quote: string
  readonly semicolon: string
  readonly lineEnd: string
}

function styleOf(fileName: string, file: File, text: string): Style {
  const isModule = file.program.body.some(({ type }) => type.startsWith('Import') || type.startsWith('Export'))
  const [first] = file.program.body
  return {
    isTypeScript: /\.[cm]?tsx?$/.test(fileName),
    isModule,
    quote: (text.match(/"/g)?.length ?? 0) > (text.match(/'/g)?.length ?? 0) ? '"' : "'",
    semicolon: first !== undefined && text[(first.end ?? 0) - 1] === ';' ? ';' : '',
    lineEnd: text.includes('\r\n') ? '\r\n' : '\n',
  }
}

function replaceApiClients(
  file: File,
  imports: readonly AskSdkImport[],
  output: MagicString,
  { isModule, quote, semicolon, lineEnd }: Style,
): BuilderEdit[] {
  const edits: BuilderEdit[] = []
  let others = 0
  for (const { node } of nodesOf(file)) {
    if (node.type === 'NewExpression' && node.arguments.length === 0) {
      const { callee } = node
      if (!isAskSdkName(callee, 'DefaultApiClient', imports)) continue
      output.overwrite(callee.start ?? 0, callee.end ?? 0, 'ProfileApiClient')
      edits.push({ kind: 'api-client', offset: node.start ?? 0 })
    } else if (isAskSdkName(node, 'DefaultApiClient', imports)) {
      others += 1
    }
  }
  if (edits.length === 0) return []
  const from = imports.findLast(({ namespace, names }) => namespace !== undefined || names.size > 0)
  const line = isModule
    ? `import { ProfileApiClient } from ${quote}@alexa-profile/ask-sdk${quote}`
    : `const { ProfileApiClient } = require(${quote}@alexa-profile/ask-sdk${quote})`
  output.appendLeft(from?.statement.end ?? 0, `${lineEnd}${line}${semicolon}`)
  // Two are in the import itself: the imported and the local name. The others are uses that stay.
  const named = imports.find(({ names }) => names.has('DefaultApiClient'))
  if (named !== undefined && others <= edits.length + 2) removeName('DefaultApiClient', named, output)
  return edits
}

/** Removes a name from a list of imports if other names stay in it. */
function removeName(name: string, { list }: AskSdkImport, output: MagicString): void {
  const members: readonly Node[] = list?.type === 'ObjectPattern' ? list.properties : (list?.specifiers ?? [])
  const index = members.findIndex((member) => importedName(member) === name)
  const [before, member, after] = [members[index - 1], members[index], members[index + 1]]
  if (member === undefined) return
  if (after !== undefined) output.remove(member.start ?? 0, after.start ?? 0)
  else if (before !== undefined) output.remove(before.end ?? 0, member.end ?? 0)
}

function importedName(member: Node): string | undefined {
  const key =
    member.type === 'ImportSpecifier' ? member.imported : member.type === 'ObjectProperty' ? member.key : undefined
  return key?.type === 'Identifier' ? key.name : undefined
}

/** `exports.handler = …lambda()`, `module.exports.handler = …` or `export const handler = …`. */
interface LambdaHandler {
  readonly statement: Statement
  /** The text before the builder: `exports.handler = `. */
  readonly prefix: string
  readonly call: CallExpression
}

function replaceLambda(
  file: File,
  imports: readonly AskSdkImport[],
  output: MagicString,
  { isTypeScript, semicolon, lineEnd }: Style,
): BuilderEdit[] {
  return file.program.body.flatMap((statement): BuilderEdit[] => {
    const found = lambdaHandler(statement, output.original)
    if (found === undefined || !startsAtBuilder(found.call, file, imports)) return []
    const { prefix, call } = found
    const name = freeName(file)
    const parameters = isTypeScript ? `event: Parameters<typeof ${name}.invoke>[0], context: unknown` : 'event, context'
    const start = statement.start ?? 0
    output.overwrite(start, call.start ?? 0, `const ${name} = `)
    const property = isMember(call.callee) ? call.callee.property : undefined
    output.overwrite(property?.start ?? 0, property?.end ?? 0, 'create')
    const handler = `${prefix}async (${parameters}) => ${name}.invoke(event, context)${semicolon}`
    output.appendLeft(statement.end ?? 0, `${lineEnd}${lineEnd}${handler}`)
    return property === undefined ? [] : [{ kind: 'lambda-handler', offset: dotBefore(property) }]
  })
}

function lambdaHandler(statement: Statement, text: string): LambdaHandler | undefined {
  const value = handlerValue(statement)
  const call = value && bare(value)
  if (call?.type !== 'CallExpression' || call.arguments.length > 0) return undefined
  if (methodCall(call)?.method !== 'lambda') return undefined
  return { statement, prefix: text.slice(statement.start ?? 0, call.start ?? 0), call }
}

function handlerValue(statement: Statement): Expression | undefined {
  if (statement.type === 'ExpressionStatement') {
    const { expression } = statement
    if (expression.type !== 'AssignmentExpression' || expression.operator !== '=') return undefined
    return memberName(expression.left) === 'handler' ? expression.right : undefined
  }
  if (statement.type !== 'ExportNamedDeclaration' || statement.declaration?.type !== 'VariableDeclaration')
    return undefined
  const [declarator, ...others] = statement.declaration.declarations
  if (others.length > 0 || declarator?.id.type !== 'Identifier' || declarator.id.name !== 'handler') return undefined
  return declarator.id.typeAnnotation ? undefined : (declarator.init ?? undefined)
}

/** Whether a chain of calls begins with `SkillBuilders.custom()`, or with a constant that does. */
function startsAtBuilder(call: Node, file: File, imports: readonly AskSdkImport[]): boolean {
  const step = methodCall(call)
  if (step !== undefined) {
    const { method, object } = step
    const isBuilder = ['custom', 'standard'].includes(method) && isAskSdkName(object, 'SkillBuilders', imports)
    return isBuilder || startsAtBuilder(bare(object), file, imports)
  }
  if (call.type !== 'Identifier') return false
  const { name } = call
  for (const statement of file.program.body) {
    if (statement.type !== 'VariableDeclaration' || statement.kind !== 'const') continue
    const declarator = statement.declarations.find(({ id }) => id.type === 'Identifier' && id.name === name)
    if (declarator?.init) return startsAtBuilder(bare(declarator.init), file, imports)
  }
  return false
}

/** A name for the skill that the file does not use. */
function freeName(file: File): string {
  const used = new Set<string>()
  for (const { node } of nodesOf(file)) if (node.type === 'Identifier') used.add(node.name)
  const candidates = ['skill', 'alexaSkill', 'skillOfThisFile']
  return candidates.find((candidate) => !used.has(candidate)) ?? `skill${used.size}`
}
