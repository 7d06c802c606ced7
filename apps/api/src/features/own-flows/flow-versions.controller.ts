import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { FlowId, FlowLegends, FlowVersion, FlowVersionNumber } from '@phancong/contracts';
import { flows, legendOf, ownFlows } from '@phancong/workflows';

import { Endpoint } from '../../platform/http/endpoint.js';
import { OwnFlowsService } from './own-flows.service.js';

const shipped = Object.values(flows).map(legendOf);

@ApiTags('work')
@Controller('flows')
export class FlowVersionsController {
  constructor(private readonly flows: OwnFlowsService) {}

  @Get()
  @Endpoint({
    summary: 'Words of every flow, shipped and own: its parties, states and events',
    answer: FlowLegends,
  })
  list(): FlowLegends {
    return { items: [...shipped, ...ownFlows().map(legendOf)] };
  }

  @Get(':flow/:version')
  @Endpoint({
    summary: "An office's own version of a flow, as data, with its drawing",
    answer: FlowVersion,
    errors: ['NOT_FOUND'],
  })
  show(
    @Param('flow', { schema: FlowId }) flow: FlowId,
    @Param('version', { schema: FlowVersionNumber }) version: number,
  ): Promise<FlowVersion> {
    return this.flows.released(flow, version);
  }
}
