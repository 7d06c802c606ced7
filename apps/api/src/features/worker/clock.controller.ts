import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Clock, ClockStepped, StepClock } from '@phancong/contracts';

import { Endpoint } from '../../platform/http/endpoint.js';
import { Public } from '../people/request-actor.js';
import { ClockService } from '../clock/clock.service.js';
import { StepClockService } from './step-clock.service.js';

@ApiTags('clock')
@Controller('clock')
export class ClockController {
  constructor(
    private readonly clock: ClockService,
    private readonly stepper: StepClockService,
  ) {}

  @Get()
  @Public()
  @Endpoint({ summary: 'The official day', answer: Clock })
  read(): Promise<Clock> {
    return this.clock.read();
  }

  @Post('step')
  @HttpCode(200)
  @Endpoint({
    summary: 'Step the demonstration clock by days; deadlines that pass are fired day by day',
    answer: ClockStepped,
    errors: ['VALIDATION_FAILED', 'CLOCK_IS_REAL'],
  })
  step(@Body({ schema: StepClock }) { days }: StepClock): Promise<ClockStepped> {
    return this.stepper.step(days);
  }
}
