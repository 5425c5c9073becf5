import { AlexaProfileHealthIndicator } from '@alexa-profile/nestjs'
import { Controller, Get, Inject } from '@nestjs/common'
import { HealthCheck, HealthCheckService } from '@nestjs/terminus'

@Controller('health')
export class HealthController {
  constructor(
    @Inject(HealthCheckService) private readonly health: HealthCheckService,
    @Inject(AlexaProfileHealthIndicator) private readonly alexa: AlexaProfileHealthIndicator,
  ) {}

  @Get()
  @HealthCheck()
  check() {
    return this.health.check([() => this.alexa.isHealthy('alexa')])
  }
}
