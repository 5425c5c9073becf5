import type { ManifestRules } from './manifest-rule.js'
import { endpointRules } from './rules/endpoint-rules.js'
import { eventRules } from './rules/event-rules.js'
import { permissionRules } from './rules/permission-rules.js'
import { privacyRules } from './rules/privacy-rules.js'

/** All rules, in the order in which they are documented. */
export const allRules: ManifestRules = { ...permissionRules, ...privacyRules, ...eventRules, ...endpointRules }
