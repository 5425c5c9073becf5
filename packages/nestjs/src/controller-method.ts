import { ProfileError } from '@alexa-profile/core'
import type { Type } from '@nestjs/common'
import type { ModuleRef } from '@nestjs/core'

/**
 * Returns a method of a controller's instance: the module's own instance, if a controller belongs to several modules.
 *
 * @throws {ProfileError} `setup-invalid` for a request-scoped controller
 */
export function controllerMethod(
  moduleRef: ModuleRef,
  controller: Type,
  method: string,
): (...parameters: readonly unknown[]) => unknown {
  const instance = find({ strict: true }) ?? find({ strict: false })
  if (instance !== undefined) return Reflect.get(instance, method).bind(instance)
  throw new ProfileError(
    'setup-invalid',
    `${controller.name} is request-scoped, so its method ${JSON.stringify(method)} cannot be named in @RequireProfile(). Remove the request scope from the controller or its providers.`,
  )

  function find(where: { strict: boolean }): object | undefined {
    try {
      return moduleRef.get<object>(controller, where)
    } catch {
      return undefined
    }
  }
}
