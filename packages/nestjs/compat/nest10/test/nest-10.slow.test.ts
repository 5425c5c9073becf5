// Tests that depend less on Nest's version than those in nest-10.test.ts.
import '../../../test/alexa-profile.module.test.js'
import '../../../test/conformance.test.js'
import '../../../test/overload.test.js'
