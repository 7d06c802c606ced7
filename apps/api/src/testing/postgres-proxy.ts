import { connect, createServer, type Server, type Socket } from 'node:net';

/** When the process dies, seen from its n-th request to the database. */
export interface CrashPoint {
  request: number;
  /** `before`: the request never reaches the database; `during`: it does, nobody waits; `after`: it is done, the answer is lost. */
  moment: 'before' | 'during' | 'after';
}

/** End of a simple query, or of a batch of the extended protocol: one round trip each. */
const ENDS_REQUEST = new Set(['Q', 'S']);
const READY = 'Z';

/** Cuts a stream of PostgreSQL messages; a client's first message has no type byte. */
class MessageCutter {
  private rest = Buffer.alloc(0);

  constructor(private untyped: boolean) {}

  cut(chunk: Buffer): { type: string; bytes: Buffer }[] {
    this.rest = Buffer.concat([this.rest, chunk]);
    const messages: { type: string; bytes: Buffer }[] = [];
    for (;;) {
      const head = this.untyped ? 0 : 1;
      if (this.rest.length < head + 4) return messages;
      const size = head + this.rest.readInt32BE(head);
      if (this.rest.length < size) return messages;
      messages.push({
        type: head === 0 ? '' : String.fromCharCode(this.rest[0] ?? 0),
        bytes: this.rest.subarray(0, size),
      });
      this.rest = this.rest.subarray(size);
      this.untyped = false;
    }
  }
}

/** Stands between a process and its database, counts its requests and kills it at the point that a test names. */
export class PostgresProxy {
  private point: CrashPoint | null = null;
  private seen = 0;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly url: string,
    private readonly kill: () => void,
  ) {}

  static async open(databaseUrl: string, kill: () => void): Promise<PostgresProxy> {
    const target = new URL(databaseUrl);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (typeof address !== 'object' || !address) throw new Error('The proxy has no port.');
    const url = new URL(databaseUrl);
    url.hostname = '127.0.0.1';
    url.port = String(address.port);
    const proxy = new PostgresProxy(server, url.href, kill);
    server.on('connection', (client) => proxy.join(client, connect(Number(target.port || 5432), target.hostname)));
    return proxy;
  }

  /** From now on requests are counted, and at the point the process is killed. */
  arm(point: CrashPoint): void {
    this.seen = 0;
    this.point = point;
  }

  /** True when the point was reached since it was armed. */
  get struck(): boolean {
    return this.point === null;
  }

  disarm(): void {
    this.point = null;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(client: Socket, database: Socket): void {
    for (const socket of [client, database]) {
      this.sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => this.sockets.delete(socket));
    }
    let awaited = false;
    const asked = new MessageCutter(true);
    client.on('data', (chunk: Buffer) => {
      for (const { type, bytes } of asked.cut(chunk)) {
        const point = this.point;
        const isIt = point !== null && ENDS_REQUEST.has(type) && (this.seen += 1) === point.request;
        if (isIt && point.moment === 'before') return this.strike(client, database);
        database.write(bytes);
        if (isIt && point.moment === 'during') return this.strike(client, null);
        if (isIt) awaited = true;
      }
    });
    const answered = new MessageCutter(false);
    database.on('data', (chunk: Buffer) => {
      for (const { type, bytes } of answered.cut(chunk)) {
        if (awaited && type === READY) return this.strike(client, null);
        if (!awaited) client.write(bytes);
      }
    });
    client.on('close', () => setTimeout(() => database.destroy(), 50));
    database.on('close', () => client.destroy());
  }

  private strike(client: Socket, database: Socket | null): void {
    this.point = null;
    this.kill();
    client.destroy();
    database?.destroy();
  }
}
