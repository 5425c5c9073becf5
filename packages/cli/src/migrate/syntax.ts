import type { CallExpression, Expression, File, MemberExpression, Node, OptionalMemberExpression } from '@babel/types'

/** A node with the nodes around it, nearest first. */
export interface NodeInTree {
  readonly node: Node
  readonly around: readonly Node[]
}

/** Every node of a file, each before its children. */
export function* nodesOf(file: File): Generator<NodeInTree> {
  yield* nodesIn(file.program, [])
}

function* nodesIn(node: Node, around: readonly Node[]): Generator<NodeInTree> {
  yield { node, around }
  const inside = [node, ...around]
  for (const [key, value] of Object.entries(node)) {
    if (key === 'loc' || key.endsWith('Comments')) continue
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* nodesIn(child, inside)
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

/** Removes parentheses and type syntax: `a!`, `(a as B)` and `<B>a` become `a`. */
export function bare(node: Node): Node {
  switch (node.type) {
    case 'TSNonNullExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'ParenthesizedExpression':
      return bare(node.expression)
    default:
      return node
  }
}

/** The object and the name of the method that are called. */
export function methodCall(node: Node): { readonly object: Expression; readonly method: string } | undefined {
  if (node.type !== 'CallExpression' && node.type !== 'OptionalCallExpression') return undefined
  const callee = bare(node.callee)
  const method = memberName(callee)
  return method === undefined ? undefined : { object: (callee as MemberExpression).object as Expression, method }
}

/** The name in `object.name`, `object?.name` and `object['name']`. */
export function memberName(node: Node): string | undefined {
  if (!isMember(node)) return undefined
  const { property, computed } = node
  if (!computed && property.type === 'Identifier') return property.name
  return property.type === 'StringLiteral' ? property.value : undefined
}

export function isMember(node: Node): node is MemberExpression | OptionalMemberExpression {
  return node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression'
}

/** The names in a chain of members: `['this', '$alexaSkill', '$user']`. An element is undefined if it is not a name. */
export function memberChain(node: Node): readonly (string | undefined)[] {
  const inner = bare(node)
  if (isMember(inner)) return [...memberChain(inner.object), memberName(inner)]
  if (inner.type === 'ThisExpression') return ['this']
  return [inner.type === 'Identifier' ? inner.name : undefined]
}

/** The module of `require('module')`. */
export function requiredModule(node: Node | null | undefined): string | undefined {
  if (node?.type !== 'CallExpression') return undefined
  const { callee, arguments: given } = node satisfies CallExpression
  const [module] = given
  return callee.type === 'Identifier' && callee.name === 'require' && module?.type === 'StringLiteral'
    ? module.value
    : undefined
}
