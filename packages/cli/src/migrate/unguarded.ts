import type { Node } from '@babel/types'
import { methodCall } from './syntax.js'

/** Whether neither a `try` in the same function nor a `.catch` in the same expression handles an error of the node. */
export function isUnguarded(node: Node, around: readonly Node[]): boolean {
  let inner = node
  for (const outer of around) {
    if (outer.type === 'TryStatement' && outer.block === inner && outer.handler) return false
    const call = methodCall(outer)
    if (call !== undefined && takesErrors(outer, call.method)) return false
    if (/Function|ClassMethod|ObjectMethod/.test(outer.type)) return true
    inner = outer
  }
  return true
}

function takesErrors(call: Node, method: string): boolean {
  const count = call.type === 'CallExpression' ? call.arguments.length : 0
  return method === 'catch' || method === 'allSettled' || (method === 'then' && count > 1)
}
