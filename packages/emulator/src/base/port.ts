import { EmulatorError } from './emulator-error.js'

/**
 * @throws {EmulatorError} `option-invalid`
 * @internal
 */
export function checkedPort(port: number): number {
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port
  throw new EmulatorError('option-invalid', 'port must be a whole number from 0 (any free port) to 65535.')
}

/** @internal */
export function portUnavailable(port: number, cause: unknown): EmulatorError {
  return new EmulatorError(
    'port-unavailable',
    `Cannot listen on port ${port}: it is in use or not allowed. Use 0 for any free port.`,
    {
      cause,
    },
  )
}
