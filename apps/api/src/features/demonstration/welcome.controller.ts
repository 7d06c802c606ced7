import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Welcome } from '@phancong/contracts';

import { CONFIG, type Config } from '../../platform/config/config.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { SetupService } from '../administration/setup.service.js';
import { ClockService } from '../clock/clock.service.js';
import { Public } from '../people/request-actor.js';
import { DEMONSTRATION_PASSWORD, demonstrationPeople, demonstrationUnitName } from './demonstration-accounts.js';

@ApiTags('session')
@Controller('welcome')
export class WelcomeController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: ClockService,
    private readonly setup: SetupService,
  ) {}

  @Get()
  @Public()
  @Endpoint({
    summary: 'What the sign-in screen shows; demonstration accounts only in the demonstration',
    answer: Welcome,
  })
  async show(): Promise<Welcome> {
    const { today, kind } = await this.clock.read();
    const demonstration =
      this.config.demonstration && kind === 'demonstration'
        ? {
            password: DEMONSTRATION_PASSWORD,
            accounts: demonstrationPeople().map(({ username, fullName, unitId, post }) => ({
              username,
              personName: fullName,
              unitId,
              unitName: demonstrationUnitName(unitId),
              post,
            })),
          }
        : null;
    const identityServer = this.config.identityServer?.name ?? null;
    return {
      today,
      demonstration,
      identityServer,
      setupNeeded: demonstration === null && (await this.setup.isNeeded()),
    };
  }
}
