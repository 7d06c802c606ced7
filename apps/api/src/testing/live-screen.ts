import { request, type IncomingMessage } from 'node:http';

import type { LiveSignal } from '@phancong/contracts';

/** An open screen of a person: a real connection that can be torn off. */
export class LiveScreen {
  readonly signals: LiveSignal[] = [];
  /** Id of the last event that arrived, heartbeats included. */
  heard = '';
  ended = false;
  private text = '';

  private constructor(private readonly answer: IncomingMessage) {
    answer.setEncoding('utf8');
    answer.on('data', (chunk: string) => this.take(chunk));
    answer.on('close', () => (this.ended = true));
    answer.on('error', () => undefined);
  }

  /** `lastHeard` is what a browser sends when it opens a lost line again. */
  static open(address: string, headers: Record<string, string>, lastHeard?: string): Promise<LiveScreen> {
    const place = lastHeard === undefined ? {} : { 'last-event-id': lastHeard };
    return new Promise((resolve, reject) => {
      const asked = request(`${address}/api/live`, { headers: { ...headers, ...place }, agent: false }, (answer) => {
        if (answer.statusCode === 200) resolve(new LiveScreen(answer));
        else reject(new Error(`The line was refused: ${answer.statusCode}.`));
      });
      asked.on('error', reject);
      asked.end();
    });
  }

  /** Tears the connection off, as a network does. */
  drop(): void {
    this.answer.socket.destroy();
  }

  /** Waits until `done` holds for what arrived; throws after ten seconds. */
  async until(done: (screen: this) => boolean): Promise<void> {
    for (let tries = 0; !done(this); tries += 1) {
      if (tries > 1000) throw new Error(`Not heard in ten seconds; heard ${JSON.stringify(this.signals)}.`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  private take(chunk: string): void {
    const parts = (this.text + chunk).split('\n\n');
    this.text = parts.pop() ?? '';
    for (const part of parts) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(part)?.[1];
      this.heard = field('id') ?? this.heard;
      if (field('event') === undefined) this.signals.push(JSON.parse(field('data') ?? 'null') as LiveSignal);
    }
  }
}
