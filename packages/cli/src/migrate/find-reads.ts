import type { ProfileField } from '@alexa-profile/core'
import type { File, Node } from '@babel/types'
import { handWrittenRead } from './hand-written-read.js'
import type { ProfileRead } from './profile-read.js'
import type { ReadKindName } from './read-kinds.js'
import { memberChain, methodCall, type NodeInTree, nodesOf } from './syntax.js'
import { isUnguarded } from './unguarded.js'

type Readable = Pick<ProfileRead, 'field' | 'level'>

const customer = (field: ProfileField): Readable => ({ field, level: 'customer' })
const speaker = (field: ProfileField): Readable => ({ field, level: 'speaker' })
const device = (field: ProfileField): Readable => ({ field, level: 'device' })

/** Methods with names that no other class of a skill has. */
const upsMethods: Readonly<Record<string, Readable>> = {
  getProfileName: customer('name'),
  getProfileGivenName: customer('givenName'),
  getProfileEmail: customer('email'),
  getProfileMobileNumber: customer('mobileNumber'),
  getPersonsProfileName: speaker('name'),
  getPersonsProfileGivenName: speaker('givenName'),
  getPersonsProfileMobileNumber: speaker('mobileNumber'),
  getSystemTimeZone: device('timeZone'),
  getSystemDistanceUnits: device('distanceUnits'),
  getSystemTemperatureUnit: device('temperatureUnit'),
}

const deviceAddressMethods: Readonly<Record<string, Readable>> = {
  getFullAddress: device('address'),
  getCountryAndPostalCode: device('countryAndPostalCode'),
}

/** Their names are common, so they count only on Jovo's objects. */
const jovo3UserMethods: Readonly<Record<string, Readable>> = {
  getName: customer('name'),
  getFullName: customer('name'),
  getGivenName: customer('givenName'),
  getEmail: customer('email'),
  getMobileNumber: customer('mobileNumber'),
  getDeviceAddress: device('address'),
  getCountryAndPostalCode: device('countryAndPostalCode'),
  getTimezone: device('timeZone'),
  getDistanceUnit: device('distanceUnits'),
  getTemperatureUnit: device('temperatureUnit'),
}

const jovo4Methods: Readonly<Record<string, Readonly<Record<string, Readable>>>> = {
  $user: {
    getName: customer('name'),
    getGivenName: customer('givenName'),
    getEmail: customer('email'),
    getMobileNumber: customer('mobileNumber'),
    getSpeakerName: speaker('name'),
    getSpeakerGivenName: speaker('givenName'),
    getSpeakerMobileNumber: speaker('mobileNumber'),
  },
  $device: {
    getAddress: device('address'),
    getLocation: device('countryAndPostalCode'),
    getTimeZone: device('timeZone'),
  },
}

/** All reads in a file, in the order of the text. */
export function findReads(file: File): ProfileRead[] {
  const aliases = aliasesIn(file)
  const reads: ProfileRead[] = []
  for (const found of nodesOf(file)) {
    const read = methodRead(found, aliases) ?? handWrittenRead(found)
    if (read !== undefined) reads.push(read)
  }
  return reads
}

function methodRead({ node, around }: NodeInTree, aliases: Aliases): ProfileRead | undefined {
  const call = methodCall(node)
  if (call === undefined) return undefined
  const known = readOf(call.method, chainOf(call.object, aliases))
  if (known === undefined) return undefined
  const dropped = around[0]?.type === 'ExpressionStatement'
  return { ...known, unguarded: isUnguarded(node, around), dropped, literalHost: false, offset: node.start ?? 0 }
}

function readOf(method: string, chain: Chain): ({ kind: ReadKindName } & Readable) | undefined {
  const [owner, object] = chain.slice(-2)
  const kinds: readonly [ReadKindName, Readonly<Record<string, Readable>> | undefined][] = [
    ['jovo-3', owner === '$alexaSkill' && object === '$user' ? jovo3UserMethods : undefined],
    ['jovo-4', owner === '$alexa' && object !== undefined ? jovo4Methods[object] : undefined],
    ['ups-service-client', upsMethods],
    ['device-address-service-client', deviceAddressMethods],
  ]
  for (const [kind, methods] of kinds) {
    const read = methods !== undefined && Object.hasOwn(methods, method) ? methods[method] : undefined
    if (read !== undefined) return { kind, ...read }
  }
  return undefined
}

type Chain = readonly (string | undefined)[]
type Aliases = ReadonlyMap<string, Chain>

/** The chain that a name stands for: `const user = this.$alexaSkill.$user`. A name that is declared twice is left out. */
function aliasesIn(file: File): Aliases {
  const aliases = new Map<string, Chain>()
  const seen = new Set<string>()
  for (const { node } of nodesOf(file)) {
    if (node.type !== 'VariableDeclarator' || node.id.type !== 'Identifier' || !node.init) continue
    const chain = memberChain(node.init)
    if (chain.length > 1 && !seen.has(node.id.name)) aliases.set(node.id.name, chain)
    else aliases.delete(node.id.name)
    seen.add(node.id.name)
  }
  return aliases
}

function chainOf(object: Node, aliases: Aliases): Chain {
  const [first, ...rest] = memberChain(object)
  const alias = first === undefined ? undefined : aliases.get(first)
  return [...(alias ?? [first]), ...rest]
}
