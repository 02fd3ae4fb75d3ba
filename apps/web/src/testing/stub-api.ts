import type { Problem } from '@caseboard/contracts';

/** A request as the stub saw it. */
export interface Seen {
  method: string;
  path: string;
  query: Record<string, string>;
  body: unknown;
  headers: Headers;
}

type Answer = unknown | ((seen: Seen) => unknown);

/**
 * Answers by "METHOD /path" (without the query; `:id` in a path stands for one segment). A plain value is sent as
 * JSON with status 200; a function gets the request; {@link refused} and {@link withEtag} make other answers.
 */
export type ApiStub = Record<string, Answer>;

class Reply {
  constructor(
    readonly status: number,
    readonly body: unknown,
    readonly headers: Record<string, string> = {},
  ) {}
}

export function refused(code: Problem['code'], status: number, more: Partial<Problem> = {}): unknown {
  return new Reply(status, { type: `about:${code}`, title: code, status, code, ...more }, { 'content-type': 'application/problem+json' });
}

export function withEtag(etag: string, body: unknown): unknown {
  return new Reply(200, body, { etag });
}

/** Puts a stub in place of the network and returns the list of requests it saw. An unknown request fails the test. */
export function stubApi(stub: ApiStub): Seen[] {
  const seen: Seen[] = [];
  globalThis.fetch = (async (input: RequestInfo | URL, init: RequestInit = {}) => {
    const url = new URL(String(input), 'http://localhost');
    const request: Seen = {
      method: init.method ?? 'GET',
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      body: typeof init.body === 'string' ? JSON.parse(init.body) : init.body,
      headers: new Headers(init.headers),
    };
    seen.push(request);
    const key = Object.keys(stub).find((pattern) => matches(pattern, request));
    if (!key) console.error(`No stub for ${request.method} ${request.path}`);
    const answer = key ? stub[key] : refused('not-found', 404);
    const value: unknown = typeof answer === 'function' ? await (answer as (seen: Seen) => unknown)(request) : answer;
    const reply = value instanceof Reply ? value : new Reply(value === undefined ? 204 : 200, value);
    return asResponse(reply);
  }) as typeof fetch;
  return seen;
}

function matches(pattern: string, { method, path }: Seen): boolean {
  const [wantedMethod, wantedPath = ''] = pattern.split(' ');
  const expression = new RegExp(`^${wantedPath.replace(/:[a-z]+/gi, '[^/]+')}$`);
  return wantedMethod === method && expression.test(path);
}

// jsdom has no Response of its own: what the client reads of one, no more.
function asResponse({ status, body, headers }: Reply): Response {
  const text = body === undefined ? '' : JSON.stringify(body);
  return {
    ok: status >= 200 && status < 300,
    status,
    statusText: '',
    headers: new Headers({ 'content-type': 'application/json', ...headers }),
    text: async () => text,
    json: async () => JSON.parse(text) as unknown,
    blob: async () => new Blob([text]),
  } as unknown as Response;
}
