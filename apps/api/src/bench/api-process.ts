import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';

const entry = fileURLToPath(new URL('../main.js', import.meta.url));

export interface Answer {
  status: number;
  body: string;
  cookie: string | undefined;
}

/** The API in a process of its own, as in production, so that its memory and its processor time are its own. */
export class ApiProcess {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 256 });

  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
  ) {}

  static async start(databaseUrl: string, port: number, settings: Record<string, string> = {}): Promise<ApiProcess> {
    const child = spawn(process.execPath, [entry], {
      env: {
        ...process.env,
        DATABASE_URL: databaseUrl,
        PORT: String(port),
        PHANCONG_DEMO: '0',
        PHANCONG_LOG: 'silent',
        PHANCONG_RATE_LIMIT: '100000000',
        PHANCONG_POOL_SIZE: '32',
        NODE_ENV: 'production',
        ...settings,
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const api = new ApiProcess(child, port);
    for (let attempt = 0; attempt < 300; attempt += 1) {
      if (child.exitCode !== null) throw new Error(`The API ended with code ${child.exitCode}.`);
      const answer = await api.get('/api/ready', '').catch(() => undefined);
      if (answer?.status === 200) return api;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('The API did not become ready in 30 seconds.');
  }

  async stop(): Promise<void> {
    this.agent.destroy();
    if (this.child.exitCode !== null) return;
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGTERM');
    await ended;
  }

  /** Resident memory in MiB; of Linux only. */
  memory(): number | undefined {
    try {
      const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
    } catch {
      return undefined;
    }
  }

  /** Processor time that the process has used, in seconds; of Linux only. */
  processorSeconds(): number {
    const fields = readFileSync(`/proc/${this.child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  }

  get(path: string, cookie: string): Promise<Answer> {
    return this.send('GET', path, { cookie }, undefined);
  }

  post(path: string, body: unknown, session: { cookie: string; csrf: string }, key?: string): Promise<Answer> {
    const headers: Record<string, string> = {
      cookie: session.cookie,
      'x-csrf-token': session.csrf,
      'content-type': 'application/json',
    };
    if (key) headers['idempotency-key'] = key;
    return this.send('POST', path, headers, JSON.stringify(body));
  }

  private send(
    method: string,
    path: string,
    headers: Record<string, string>,
    body: string | undefined,
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const asked = request(
        { host: '127.0.0.1', port: this.port, path, method, agent: this.agent, headers: { ...headers, ...length } },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('end', () => {
            resolve({
              status: answer.statusCode ?? 0,
              body: Buffer.concat(chunks).toString('utf8'),
              cookie: answer.headers['set-cookie']?.[0]?.split(';')[0],
            });
          });
        },
      );
      asked.on('error', reject);
      asked.end(body);
    });
  }
}
