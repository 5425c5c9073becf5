import { InputType, TestSuite } from '@jovotech/framework'
import { AlexaPlatform } from '@jovotech/platform-alexa'
import { app } from '../src/app'

const suite = new TestSuite({ platform: AlexaPlatform, app })

test('welcomes the customer', async () => {
  const { output } = await suite.run({ type: InputType.Launch })
  expect(output).toEqual([{ message: 'original words', listen: false }])
})
