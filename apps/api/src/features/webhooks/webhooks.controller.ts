import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  EditWebhookReceiver,
  Id,
  NewWebhookReceiver,
  WebhookDeliveriesQuery,
  WebhookDeliveryPage,
  WebhookReceiver,
  WebhookReceiverList,
  WebhookSecret,
} from '@phancong/contracts';

import { Endpoint } from '../../platform/http/endpoint.js';
import { SignedIn, type Caller } from '../people/request-actor.js';
import { WebhooksService } from './webhooks.service.js';

@ApiTags('deliveries')
@Controller('webhooks')
export class WebhooksController {
  constructor(private readonly webhooks: WebhooksService) {}

  @Get()
  @Endpoint({ summary: 'Systems that are told of work', answer: WebhookReceiverList, errors: ['NOT_ALLOWED'] })
  async list(@SignedIn() caller: Caller): Promise<WebhookReceiverList> {
    return { items: await this.webhooks.list(caller) };
  }

  @Post()
  @HttpCode(201)
  @Endpoint({
    summary:
      'Register a receiver. Messages (WebhookMessage) are signed after Standard Webhooks with the secret of this answer; a receiver refuses what is older than five minutes by webhook-timestamp, and a webhook-id that it has seen',
    answer: WebhookSecret,
    status: 201,
    errors: ['VALIDATION_FAILED', 'NOT_ALLOWED', 'RECEIVER_ADDRESS', 'SECRET_KEY_MISSING', 'GUARD_REFUSED'],
  })
  add(
    @SignedIn() caller: Caller,
    @Body({ schema: NewWebhookReceiver }) body: NewWebhookReceiver,
  ): Promise<WebhookSecret> {
    return this.webhooks.add(caller, body);
  }

  @Patch(':id')
  @Endpoint({
    summary: 'Pause a receiver, or let it go on',
    answer: WebhookReceiver,
    errors: ['VALIDATION_FAILED', 'NOT_ALLOWED', 'NOT_FOUND'],
  })
  edit(
    @SignedIn() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: EditWebhookReceiver }) { paused }: EditWebhookReceiver,
  ): Promise<WebhookReceiver> {
    return this.webhooks.setPaused(caller, id, paused);
  }

  @Delete(':id')
  @HttpCode(204)
  @Endpoint({
    summary: 'Remove a receiver and what waits for it',
    status: 204,
    errors: ['NOT_ALLOWED', 'NOT_FOUND'],
  })
  remove(@SignedIn() caller: Caller, @Param('id', { schema: Id }) id: string): Promise<void> {
    return this.webhooks.remove(caller, id);
  }

  @Post(':id/secret')
  @HttpCode(201)
  @Endpoint({
    summary: 'Make a new secret for a receiver; it is told once',
    answer: WebhookSecret,
    status: 201,
    errors: ['NOT_ALLOWED', 'NOT_FOUND', 'SECRET_KEY_MISSING'],
  })
  renewSecret(@SignedIn() caller: Caller, @Param('id', { schema: Id }) id: string): Promise<WebhookSecret> {
    return this.webhooks.renewSecret(caller, id);
  }

  @Post(':id/trial')
  @HttpCode(202)
  @Endpoint({ summary: 'Send a message to try the receiver', status: 202, errors: ['NOT_ALLOWED', 'NOT_FOUND'] })
  async sendTrial(@SignedIn() caller: Caller, @Param('id', { schema: Id }) id: string): Promise<void> {
    await this.webhooks.sendTrial(caller, id);
  }

  @Get(':id/deliveries')
  @Endpoint({
    summary: 'What was sent to a receiver, newest first',
    answer: WebhookDeliveryPage,
    errors: ['VALIDATION_FAILED', 'NOT_ALLOWED', 'NOT_FOUND'],
  })
  deliveries(
    @SignedIn() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: WebhookDeliveriesQuery }) query: WebhookDeliveriesQuery,
  ): Promise<WebhookDeliveryPage> {
    return this.webhooks.deliveriesOf(caller, id, query);
  }
}
