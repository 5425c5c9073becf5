import { unknownName } from '@alexa-profile/core'
import { EmulatorError } from '../base/emulator-error.js'
import type { DeviceContext } from '../wire/device-context.js'

/**
 * The kind of a device:
 *
 * - `echo` has a loudspeaker, and no screen
 * - `echo-show` has a screen of 1024 by 600
 * - `phone` is the Alexa app on a phone, with a screen and a location
 */
export type DeviceKind = 'echo' | 'echo-show' | 'phone'

/** What a device supports, as requests report it. */
export interface DeviceAbilities {
  readonly supportedInterfaces: Readonly<Record<string, object>>
  readonly context: DeviceContext
}

const audioPlayer = { playerActivity: 'IDLE' } as const
const apl = { runtime: { maxVersion: '2024.3' } }

interface Screen {
  readonly mode: 'HUB' | 'MOBILE'
  readonly size: { readonly pixelWidth: number; readonly pixelHeight: number }
  readonly dpi: number
  readonly arcMinutes: { readonly arcMinuteWidth: number; readonly arcMinuteHeight: number }
}

/** The members seen in real requests of an Echo Show. */
function viewports({ mode, size, dpi, arcMinutes }: Screen): DeviceContext {
  const canRotate = mode === 'MOBILE'
  const codecs = (): ('H_264_42' | 'H_264_41')[] => ['H_264_42', 'H_264_41']
  return {
    Viewport: {
      experiences: [{ ...arcMinutes, canRotate, canResize: false }],
      ...(mode === 'MOBILE' && { mode }),
      shape: 'RECTANGLE',
      ...size,
      dpi,
      currentPixelWidth: size.pixelWidth,
      currentPixelHeight: size.pixelHeight,
      touch: ['SINGLE'],
      video: { codecs: codecs() },
    },
    Viewports: [
      {
        type: 'APL',
        id: 'main',
        shape: 'RECTANGLE',
        dpi,
        presentationType: 'STANDARD',
        canRotate,
        configuration: { current: { mode, video: { codecs: codecs() }, size: { type: 'DISCRETE', ...size } } },
      },
    ],
  }
}

const show = viewports({
  mode: 'HUB',
  size: { pixelWidth: 1024, pixelHeight: 600 },
  dpi: 160,
  arcMinutes: { arcMinuteWidth: 246, arcMinuteHeight: 144 },
})

const phone = viewports({
  mode: 'MOBILE',
  size: { pixelWidth: 1080, pixelHeight: 2280 },
  dpi: 480,
  arcMinutes: { arcMinuteWidth: 144, arcMinuteHeight: 304 },
})

const kinds: Readonly<Record<DeviceKind, DeviceAbilities>> = {
  echo: { supportedInterfaces: { AudioPlayer: {} }, context: { AudioPlayer: audioPlayer } },
  'echo-show': {
    supportedInterfaces: { 'Alexa.Presentation.APL': apl, AudioPlayer: {}, VideoApp: {} },
    context: { AudioPlayer: audioPlayer, ...show },
  },
  phone: {
    supportedInterfaces: { 'Alexa.Presentation.APL': apl, AudioPlayer: {}, Geolocation: {} },
    context: { AudioPlayer: audioPlayer, ...phone },
  },
}

/** The manifest's name of each interface that requests name only if the manifest declares it. */
const manifestNames: Readonly<Record<string, string>> = {
  'Alexa.Presentation.APL': 'ALEXA_PRESENTATION_APL',
  VideoApp: 'VIDEO_APP',
}

/**
 * Returns what a device supports. Requests name the interfaces of the screen only if the manifest declares them.
 *
 * @throws {EmulatorError} `option-invalid`
 */
export function abilitiesOf(kind: DeviceKind, mayUse: (interfaceType: string) => boolean): DeviceAbilities {
  if (!Object.hasOwn(kinds, kind)) {
    throw new EmulatorError('option-invalid', unknownName('kind', String(kind), Object.keys(kinds)))
  }
  const { supportedInterfaces, context } = kinds[kind]
  const named = Object.entries(supportedInterfaces).filter(([name]) => {
    const inManifest = manifestNames[name]
    return inManifest === undefined || mayUse(inManifest)
  })
  return { supportedInterfaces: Object.fromEntries(named), context }
}
