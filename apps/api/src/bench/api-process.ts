import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { Pool } from 'undici';

const entry = fileURLToPath(new URL('../main.js', import.meta.url));

export interface Answer {
  status: number;
  body: string;
  cookie: string | undefined;
}

/** The API in a process of its own, run as in production, so that its memory and its processor time are its own. */
export class ApiProcess {
  /** The leanest client at hand: what asks shares the two cores with what answers. */
  private readonly client: Pool;

  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
  ) {
    this.client = new Pool(`http://127.0.0.1:${port}`, { connections: 256 });
  }

  static async start(databaseUrl: string, port: number, settings: Record<string, string> = {}): Promise<ApiProcess> {
    const child = spawn(process.execPath, [...process.execArgv, entry], {
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
    await this.client.destroy();
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

  private async send(
    method: 'GET' | 'POST',
    path: string,
    headers: Record<string, string>,
    body: string | undefined,
  ): Promise<Answer> {
    const answer = await this.client.request({ method, path, headers, ...(body === undefined ? {} : { body }) });
    const set = answer.headers['set-cookie'];
    return {
      status: answer.statusCode,
      body: await answer.body.text(),
      cookie: (Array.isArray(set) ? set[0] : set)?.split(';')[0],
    };
  }
}
