import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { FlowLegends } from '@phancong/contracts';
import { flows, legendOf } from '@phancong/workflows';

import { Endpoint } from '../../platform/http/endpoint.js';

const legends: FlowLegends = { items: Object.values(flows).map(legendOf) };

@ApiTags('work')
@Controller('flows')
export class FlowsController {
  @Get()
  @Endpoint({ summary: 'Words of every flow: its parties, states and events', answer: FlowLegends })
  list(): FlowLegends {
    return legends;
  }
}
