/** What a device sends with each request besides `System`. A test's own members are included, without a type. */
export interface DeviceContext {
  readonly AudioPlayer?: { readonly playerActivity: 'IDLE' }
  readonly Viewport?: Viewport
  readonly Viewports?: TypedViewport[]
}

/**
 * The screen of a device, in the form of `context.Viewport`.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/alexa-presentation-language/apl-viewport-property.html (read 2026-11-28)
 */
export interface Viewport {
  readonly experiences: { arcMinuteWidth: number; arcMinuteHeight: number; canRotate: boolean; canResize: boolean }[]
  readonly mode?: 'MOBILE'
  readonly shape: 'RECTANGLE'
  readonly pixelWidth: number
  readonly pixelHeight: number
  readonly dpi: number
  readonly currentPixelWidth: number
  readonly currentPixelHeight: number
  readonly touch: 'SINGLE'[]
  readonly video: { codecs: ('H_264_42' | 'H_264_41')[] }
}

/** A screen of a device, in the form of `context.Viewports`. */
export interface TypedViewport {
  readonly type: 'APL'
  readonly id: 'main'
  readonly shape: 'RECTANGLE'
  readonly dpi: number
  readonly presentationType: 'STANDARD'
  readonly canRotate: boolean
  readonly configuration: {
    current: {
      mode: 'HUB' | 'MOBILE'
      video: { codecs: ('H_264_42' | 'H_264_41')[] }
      size: { type: 'DISCRETE'; pixelWidth: number; pixelHeight: number }
    }
  }
}
