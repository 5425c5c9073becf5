/** Replaces `@alexa-profile/core`, and contains what the other stand-ins share. */

export const createProfileClient = () => ({ warm() {} })

/** @template Text @param {Text} text */
export const escapeSsml = (text) => text

/** @param {{ personId: string }} speaker */
export const speakerName = ({ personId }) => personId

/** @template Event @param {Event} event */
export const newest = (event) => event

/**
 * Returns a handler unchanged.
 *
 * @template Handler
 * @param {unknown} _requirement
 * @param {Handler} handler
 */
export const requireProfile = (_requirement, handler) => handler
