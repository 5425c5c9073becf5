import { EmulatorError } from './emulator-error.js'

/**
 * Checks a port number.
 *
 * @throws {EmulatorError} `option-invalid`
 * @internal
 */
export function checkedPort(port: number): number {
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port
  throw new EmulatorError('option-invalid', 'port must be a whole number from 0 to 65535. 0 chooses a free port.')
}

/** Creates the error for a port that cannot be used. @internal */
export function portUnavailable(port: number, cause: unknown): EmulatorError {
  return new EmulatorError(
    'port-unavailable',
    `Cannot listen on port ${port}: it is in use or not allowed. Use 0 to choose a free port.`,
    {
      cause,
    },
  )
}
