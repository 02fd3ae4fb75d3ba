import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Problem } from '@caseboard/contracts';

export interface TestAnswer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | number | undefined>;
  /** The JSON of the answer; its text where it is none. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test looks into any answer
  readonly body: any;
  readonly problem: Problem;
}

/** Somebody at the other end of the API. Same as a browser or program, without the network. */
export class TestClient {
  constructor(
    private readonly app: NestFastifyApplication,
    readonly headers: Record<string, string>,
    readonly personId: string = '',
  ) {}

  get(url: string, headers: Record<string, string> = {}): Promise<TestAnswer> {
    return this.send('GET', url, undefined, headers);
  }

  post(url: string, body?: unknown, headers: Record<string, string> = {}): Promise<TestAnswer> {
    return this.send('POST', url, body, headers);
  }

  patch(url: string, body?: unknown, headers: Record<string, string> = {}): Promise<TestAnswer> {
    return this.send('PATCH', url, body, headers);
  }

  delete(url: string, headers: Record<string, string> = {}): Promise<TestAnswer> {
    return this.send('DELETE', url, undefined, headers);
  }

  /** A body that is text or bytes goes out as it is: say its content type. Everything else goes out as JSON. */
  async send(
    method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    url: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<TestAnswer> {
    const raw = typeof body === 'string' || Buffer.isBuffer(body);
    const payload = body === undefined ? undefined : raw ? body : JSON.stringify(body);
    const contentType = body !== undefined && !raw ? { 'content-type': 'application/json' } : {};
    const answer = await this.app.inject({ method, url, payload, headers: { ...this.headers, ...contentType, ...headers } });
    const isJson = /json/.test(String(answer.headers['content-type'])) && !answer.headers['content-encoding'];
    const parsed = isJson ? (JSON.parse(answer.payload) as unknown) : answer.payload;
    return { status: answer.statusCode, headers: answer.headers, body: parsed, problem: parsed as Problem };
  }

  /** The same person with other headers, such as another language. */
  with(headers: Record<string, string>): TestClient {
    return new TestClient(this.app, { ...this.headers, ...headers }, this.personId);
  }
}
