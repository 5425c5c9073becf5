import { expect, it } from 'vitest'
import * as v4 from '../src/index.js'
import * as v3 from '../src/v3.js'

it('exports exactly these names for Jovo 4', () => {
  expect(Object.keys(v4)).toEqual([
    'escapeSsml',
    'isProfileError',
    'newest',
    'ProfileError',
    'speakerName',
    'ConsentCardOutput',
    'ProfileDecisionOutput',
    'ProfileHandles',
    'ProfilePlugin',
    'RequireProfile',
    'VoiceConsentOutput',
  ])
})

it('exports exactly these names for Jovo 3', () => {
  expect(Object.keys(v3)).toEqual([
    'escapeSsml',
    'isProfileError',
    'newest',
    'ProfileError',
    'speakerName',
    'ProfilePlugin',
    'requireProfile',
  ])
})
