import { Injectable } from '@nestjs/common';

/** Completes the payload of an event with facts that only the server may state. */
export type FactsProvider = (instanceId: string, payload: Record<string, unknown>) => Promise<Record<string, unknown>>;

/**
 * Facts of an event that the client is not trusted with (the sum of an estimate, who is paid what). A feature registers
 * its provider for the name of its event; a payload for other events passes as it came.
 */
@Injectable()
export class ServerFacts {
  private readonly providers = new Map<string, FactsProvider[]>();

  provide(event: string, provider: FactsProvider): void {
    this.providers.set(event, [...(this.providers.get(event) ?? []), provider]);
  }

  /** True for events that need facts of the server: they are sent one by one, never to many instances at once. */
  concerns(event: string): boolean {
    return this.providers.has(event);
  }

  async complete(
    instanceId: string,
    event: string,
    payload: Record<string, unknown>,
  ): Promise<Record<string, unknown>> {
    let completed = payload;
    for (const provider of this.providers.get(event) ?? []) completed = await provider(instanceId, completed);
    return completed;
  }
}
