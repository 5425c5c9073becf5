// What depends on Nest's version less than the tests of nest-10.test.ts.
import '../../../test/alexa-profile.module.test.js'
import '../../../test/conformance.test.js'
import '../../../test/overload.test.js'
