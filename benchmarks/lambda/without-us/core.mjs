/** In the place of `@alexa-profile/core`, and what the stand-ins of the other packages share. */

export const createProfileClient = () => ({ warm() {} })

/** @template Text @param {Text} text */
export const escapeSsml = (text) => text

/** @param {{ personId: string }} speaker */
export const speakerName = ({ personId }) => personId

/** @template Event @param {Event} event */
export const newest = (event) => event

/**
 * Lets a handler through as it is.
 *
 * @template Handler
 * @param {unknown} _requirement
 * @param {Handler} handler
 */
export const requireProfile = (_requirement, handler) => handler
