import { request } from 'node:http';

import type { BenchSession } from './ground.js';

/** Many open screens in the process of the bench: it counts what arrives and keeps none of it. */
export class OpenScreens {
  /** Milliseconds of `performance.now()` at which the awaited text reached each screen that it reached. */
  arrivals: number[] = [];
  private awaited = '';
  private readonly close: (() => void)[] = [];

  constructor(
    private readonly port: number,
    private readonly sessions: readonly BenchSession[],
  ) {}

  get count(): number {
    return this.close.length;
  }

  /** Opens screens until `count` are there, the sessions in turn. */
  async openUpTo(count: number): Promise<void> {
    while (this.count < count) {
      const batch = Math.min(50, count - this.count);
      await Promise.all(Array.from({ length: batch }, (_, place) => this.open(this.count + place)));
    }
  }

  /** From now on, notes when each screen hears `text`. */
  await(text: string): void {
    this.awaited = text;
    this.arrivals = [];
  }

  closeAll(): void {
    for (const close of this.close.splice(0)) close();
  }

  private open(place: number): Promise<void> {
    const session = this.sessions[place % this.sessions.length];
    const headers = { cookie: session?.cookie ?? '' };
    return new Promise((resolve, reject) => {
      const asked = request(
        { host: '127.0.0.1', port: this.port, path: '/api/live', headers, agent: false },
        (answer) => {
          if (answer.statusCode !== 200) return reject(new Error(`A line was refused: ${answer.statusCode}.`));
          this.close.push(() => answer.socket.destroy());
          answer.on('error', () => undefined);
          answer.on('data', (chunk: Buffer) => {
            if (this.awaited && chunk.includes(this.awaited)) this.arrivals.push(performance.now());
          });
          return resolve();
        },
      );
      asked.on('error', reject);
      asked.end();
    });
  }
}
