import { fields, type ProfileField, profileFields } from '@alexa-profile/core'
import type { Node } from '@babel/types'
import type { ProfileRead } from './profile-read.js'
import type { NodeInTree } from './syntax.js'
import { isUnguarded } from './unguarded.js'

/** Stands for a part of a string that is known only at run time. */
const hole = '\u0000'

const paths: readonly {
  readonly pattern: RegExp
  readonly field: ProfileField
  readonly level: ProfileRead['level']
}[] = profileFields.flatMap((field) =>
  Object.entries(fields[field].path).map(([level, path]) => ({
    pattern: new RegExp(`${escapePattern(path).replace(/^.*\\{deviceId\\}/, '')}(?![\\w/])`),
    field,
    level: level as ProfileRead['level'],
  })),
)

/** The setting is a variable: `/v2/accounts/~current/settings/Profile.${setting}`. */
const openPaths: readonly { readonly pattern: RegExp; readonly level: ProfileRead['level'] }[] = [
  { pattern: new RegExp(`/v2/accounts/~current/settings/(Profile\\.)?(${hole}|$)`), level: 'customer' },
  { pattern: new RegExp(`/v2/persons/~current/profile/(${hole}|$)`), level: 'speaker' },
]

const alexaHost = /^https:\/\/api(\.eu|\.fe)?\.amazonalexa\.com/

/** Finds a read that the skill makes with its own request to Alexa's API. Of nested strings, the outermost counts. */
export function handWrittenRead({ node, around }: NodeInTree): ProfileRead | undefined {
  if (isText(node) === false || (around[0] !== undefined && isText(around[0]))) return undefined
  const text = textOf(node)
  const known = paths.find(({ pattern }) => pattern.test(text))
  const level = known?.level ?? openPaths.find(({ pattern }) => pattern.test(text))?.level
  if (level === undefined) return undefined
  return {
    kind: 'hand-written',
    field: known?.field,
    level,
    unguarded: isUnguarded(node, around),
    dropped: false,
    literalHost: alexaHost.test(text) || hasLiteralHost(around),
    offset: node.start ?? 0,
  }
}

function isText(node: Node): boolean {
  return (
    node.type === 'StringLiteral' ||
    node.type === 'TemplateLiteral' ||
    (node.type === 'BinaryExpression' && node.operator === '+')
  )
}

function textOf(node: Node): string {
  if (node.type === 'StringLiteral') return node.value
  if (node.type === 'BinaryExpression' && node.operator === '+') return textOf(node.left) + textOf(node.right)
  if (node.type !== 'TemplateLiteral') return hole
  return node.quasis
    .map(({ value }, index) => {
      const expression = node.expressions[index]
      return `${value.cooked ?? ''}${expression === undefined ? '' : textOf(expression)}`
    })
    .join('')
}

/** `{ hostname: 'api.amazonalexa.com', path: … }`, as for `https.request`. */
function hasLiteralHost(around: readonly Node[]): boolean {
  const options = around.slice(0, 2).find((node) => node.type === 'ObjectExpression')
  if (options?.type !== 'ObjectExpression') return false
  return options.properties.some(
    (property) =>
      property.type === 'ObjectProperty' &&
      property.value.type === 'StringLiteral' &&
      /^(https:\/\/)?api(\.eu|\.fe)?\.amazonalexa\.com/.test(property.value.value),
  )
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
