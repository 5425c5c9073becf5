import { ProfileError } from '@alexa-profile/core'
import type { Type } from '@nestjs/common'
import type { ModulesContainer } from '@nestjs/core'

/**
 * A method of the app's instance of a controller.
 *
 * @throws {ProfileError} `option-invalid` for a controller that is made anew for each request
 */
export function controllerMethod(
  modules: ModulesContainer,
  controller: Type,
  method: string,
): (...parameters: readonly unknown[]) => unknown {
  for (const { controllers } of modules.values()) {
    const wrapper = controllers.get(controller)
    if (wrapper?.isDependencyTreeStatic()) return Reflect.get(wrapper.instance, method).bind(wrapper.instance)
  }
  throw new ProfileError(
    'option-invalid',
    `${controller.name} is request-scoped, so its method ${JSON.stringify(method)} cannot be named in @RequireProfile().`,
  )
}
