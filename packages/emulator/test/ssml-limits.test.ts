import { expect, it } from 'vitest'
import { ssmlProblem } from '../src/rules/ssml-problem.js'

const sound = '<audio src="https://example.com/a.mp3"/>'

it.each([
  sound.repeat(5),
  '<audio src="soundbank://soundlibrary/animals/amzn_sfx_bear_groan_roar_01"/>',
  "<audio src='https://example.com/a.mp3?a=1&amp;b=2' />",
  '<break/><break time="10s"/><break time="10000ms"/><break time="0.5s"/><break strength="x-strong"/>',
  '<alexa:name type="first" personId="amzn1.ask.person.A"/>',
  '<amazon:effect name="whispered">psst</amazon:effect>',
  '<amazon:emotion name="excited" intensity="high">yes</amazon:emotion>',
  '<amazon:domain name="news">now</amazon:domain>',
  '<emphasis level="reduced">so</emphasis><emphasis>so</emphasis>',
  '<lang xml:lang="fr-FR">bon</lang>',
  '<p><s>a</s></p>',
  '<phoneme alphabet="ipa" ph="pɪˈkɑːn">pecan</phoneme>',
  '<prosody rate="x-slow" pitch="+50%" volume="+4.08dB">a</prosody><prosody rate="20%" pitch="-33.3%" volume="silent">a</prosody>',
  '<say-as interpret-as="date" format="mdy">9/10/2026</say-as><say-as interpret-as="interjection">wow</say-as>',
  '<sub alias="aluminium">Al</sub><w role="amazon:VB">read</w>',
  '<voice name="Kendra"><lang xml:lang="en-US">hi</lang></voice>',
  // Amazon does not document what Alexa does with unknown tags and attributes.
  '<blink>a</blink><break size="1"/><mark name="here"/>',
])('accepts %s', (content) => {
  expect(ssmlProblem(`<speak>${content}</speak>`)).toBeUndefined()
})

it.each([
  [sound.repeat(6), 'has 6 <audio> elements, but at most 5 are allowed'],
  ['<audio/>', 'has <audio> whose src is missing'],
  ['<audio src="http://example.com/a.mp3"/>', 'has <audio> whose src must be an https URL'],
  ['<break time="11s"/>', 'has <break> whose time is longer than 10 s'],
  ['<break time="10001ms"/>', 'has <break> whose time is longer than 10 s'],
  ['<break time="long"/>', 'has <break> whose time must be a number of seconds or milliseconds'],
  ['<break time="3"/>', 'has <break> whose time must be a number of seconds or milliseconds'],
  ['<break strength="huge"/>', 'has <break> whose strength must be one of none, x-weak'],
  ['<break strength="midium"/>', 'has <break> whose strength is unknown (did you mean "medium"?)'],
  ['<alexa:name personId="a"/>', 'has <alexa:name> whose type is missing'],
  ['<alexa:name type="first"/>', 'has <alexa:name> whose personId is missing'],
  ['<alexa:name type="last" personId="a"/>', 'has <alexa:name> whose type must be one of first'],
  ['<amazon:effect name="shouted">a</amazon:effect>', 'has <amazon:effect> whose name must be one of whispered'],
  ['<amazon:emotion name="sad" intensity="low">a</amazon:emotion>', 'has <amazon:emotion> whose name must be one of'],
  ['<emphasis level="none">a</emphasis>', 'has <emphasis> whose level must be one of strong'],
  ['<lang xml:lang="tlh">a</lang>', 'has <lang> whose xml:lang is unknown'],
  ['<lang>a</lang>', 'has <lang> whose xml:lang is missing'],
  ['<phoneme alphabet="sounds" ph="a">a</phoneme>', 'has <phoneme> whose alphabet must be one of ipa, x-sampa'],
  ['<prosody rate="19%">a</prosody>', 'has <prosody> whose rate must be a percentage of 20% or more'],
  ['<prosody rate="quick">a</prosody>', 'or one of x-slow, slow, medium, fast, x-fast'],
  ['<prosody pitch="+51%">a</prosody>', 'has <prosody> whose pitch must be a difference from -33.3% to +50%'],
  ['<prosody pitch="50%">a</prosody>', 'has <prosody> whose pitch must be'],
  ['<prosody volume="11">a</prosody>', 'has <prosody> whose volume must be a difference such as +2dB'],
  ['<say-as interpret-as="poem">a</say-as>', 'has <say-as> whose interpret-as must be one of characters'],
  ['<voice name="Kenda">a</voice>', 'has <voice> whose name is unknown (did you mean "Kendra"?)'],
  ['<voice>a</voice>', 'has <voice> whose name is missing'],
])('rejects %s', (content, problem) => {
  expect(ssmlProblem(`<speak>${content}</speak>`)).toContain(problem)
})
