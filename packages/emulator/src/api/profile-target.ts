import { type FieldLevel, fields, fieldsAt, type ProfileField } from '@alexa-profile/core'
import { createRouter } from '../base/router.js'

/** The field that a path of the API stands for. */
export interface ProfileTarget {
  readonly level: FieldLevel
  readonly field: ProfileField
  /** The device id in the path of a field at the level `device`. */
  readonly deviceId?: string
}

const levels: readonly FieldLevel[] = ['customer', 'speaker', 'device']

const route = createRouter<ProfileTarget>(
  new Map(levels.flatMap((level) => fieldsAt(level).map((field) => [pathOf(field, level), { level, field }] as const))),
)

/** Finds the field that a path stands for. Returns undefined for a path that the API does not have. */
export function targetOf(path: string): ProfileTarget | undefined {
  const [, before, deviceId, after] = /^(\/v\d\/devices\/)([^/]+)(\/.+)$/.exec(path) ?? []
  const device = deviceId === undefined ? undefined : decoded(deviceId)
  if (device === undefined) return route(path)
  const target = route(`${before}{deviceId}${after}`)
  return target && { ...target, deviceId: device }
}

function pathOf(field: ProfileField, level: FieldLevel): string {
  const paths: { readonly [L in FieldLevel]?: string } = fields[field].path
  return paths[level] ?? ''
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}
