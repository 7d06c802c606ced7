import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { WebhookMessage } from '@phancong/contracts';
import { Webhook } from 'standardwebhooks';

interface Received {
  path: string;
  id: string;
  headers: IncomingHttpHeaders;
  text: string;
  message: WebhookMessage;
}

type Answer = (answer: ServerResponse, received: Received) => void;

const take: Answer = (answer) => void answer.writeHead(204).end();

/** A system beside ours that receives webhooks: a real server, which answers as the test wants. */
export class WebhookServer {
  readonly received: Received[] = [];
  private readonly answers = new Map<string, Answer>();

  private constructor(private readonly server: Server) {}

  static async open(): Promise<WebhookServer> {
    const server = createServer();
    const opened = new WebhookServer(server);
    server.on('request', (request, answer) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const received = {
          path: request.url ?? '',
          id: String(request.headers['webhook-id']),
          headers: request.headers,
          text,
          message: JSON.parse(text) as WebhookMessage,
        };
        opened.received.push(received);
        (opened.answers.get(received.path) ?? take)(answer, received);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return opened;
  }

  address(path: string): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${path}`;
  }

  /** From now on, messages to this path are answered so. */
  answer(path: string, answer: Answer): void {
    this.answers.set(path, answer);
  }

  at(path: string): Received[] {
    return this.received.filter((one) => one.path === path);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** What a receiver does with a message: its signature and age, and whether it was here before. Throws when it is refused. */
export class CarefulReceiver {
  private readonly seen = new Set<string>();
  private readonly webhook: Webhook;

  constructor(secret: string) {
    this.webhook = new Webhook(secret);
  }

  accept({ id, headers, text }: Pick<Received, 'id' | 'headers' | 'text'>): void {
    this.webhook.verify(text, headers as Record<string, string>);
    if (this.seen.has(id)) throw new Error(`${id} was received before.`);
    this.seen.add(id);
  }
}
