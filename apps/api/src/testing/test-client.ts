import type { FastifyInstance, InjectOptions } from 'fastify';

export interface TestAnswer<Body> {
  status: number;
  body: Body;
  headers: Record<string, unknown>;
  /** The cookies that the answer sets, as the browser would send them back. */
  cookie: string;
}

interface SignedInAs {
  cookie: string;
  csrfToken: string;
}

interface Upload {
  name: string;
  bytes: Uint8Array | string;
  mediaType?: string;
}

const boundary = 'ranh-gioi-cua-tep';

/** A browser's way of speaking to the API: session cookie, CSRF token, JSON. Paths are below /api. */
export class TestClient {
  constructor(
    private readonly server: FastifyInstance,
    private readonly signedIn: SignedInAs,
  ) {}

  /** What a request of this person carries, for a server elsewhere on the same database. */
  get headers(): Record<string, string> {
    return { cookie: this.signedIn.cookie, 'x-csrf-token': this.signedIn.csrfToken };
  }

  get<Body = Record<string, unknown>>(path: string): Promise<TestAnswer<Body>> {
    return this.send<Body>({ method: 'GET', url: path });
  }

  post<Body = Record<string, unknown>>(path: string, payload: object = {}, headers: Record<string, string> = {}) {
    return this.send<Body>({ method: 'POST', url: path, payload, headers });
  }

  put<Body = Record<string, unknown>>(path: string, payload: object) {
    return this.send<Body>({ method: 'PUT', url: path, payload });
  }

  patch<Body = Record<string, unknown>>(path: string, payload: object) {
    return this.send<Body>({ method: 'PATCH', url: path, payload });
  }

  delete<Body = Record<string, unknown>>(path: string) {
    return this.send<Body>({ method: 'DELETE', url: path });
  }

  /** Sends one file as a multipart form. */
  upload<Body = Record<string, unknown>>(path: string, { name, bytes, mediaType = 'text/plain' }: Upload) {
    const payload = Buffer.concat([
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${mediaType}\r\n\r\n`,
      ),
      Buffer.from(bytes),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    return this.send<Body>({
      method: 'POST',
      url: path,
      payload,
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    });
  }

  /** The request as given, e.g. with a foreign CSRF token. */
  async send<Body>(request: InjectOptions & { url: string }): Promise<TestAnswer<Body>> {
    const answer = await this.server.inject({
      ...request,
      url: `/api${request.url}`,
      headers: { cookie: this.signedIn.cookie, 'x-csrf-token': this.signedIn.csrfToken, ...request.headers },
    });
    const isJson = (answer.headers['content-type'] ?? '').includes('/json');
    return {
      status: answer.statusCode,
      body: (isJson ? answer.json() : answer.body) as Body,
      headers: answer.headers,
      cookie: answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
    };
  }
}
