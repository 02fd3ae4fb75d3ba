import type { FieldFault, Problem } from '@caseboard/contracts';
import { upload } from './upload';

/** A refusal of the API: RFC 9457 problem JSON, its title and detail already in the reader's language. */
export class ProblemError extends Error {
  constructor(
    readonly problem: Problem,
    readonly status: number,
  ) {
    super(problem.detail ?? problem.title);
    this.name = 'ProblemError';
  }
  get code(): string {
    return this.problem.code;
  }
  get faults(): readonly FieldFault[] {
    return this.problem.faults ?? [];
  }
  /** Faults of one field, or of anything below it: `sections.solution` also finds `sections.solution[1]`. */
  faultsAt(path: string): readonly FieldFault[] {
    return this.faults.filter((fault) => fault.path === path || fault.path.startsWith(`${path}.`) || fault.path.startsWith(`${path}[`));
  }
}

/** The API could not be reached at all: offline, or the server is down. */
export class UnreachableError extends Error {
  override name = 'UnreachableError';
}

export type Query = Record<string, string | number | boolean | null | undefined>;

interface Sent {
  method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  query?: Query;
  /** Sent as JSON; a Blob or File goes as it is, with its own type. */
  body?: unknown;
  ifMatch?: string;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** The sign-in requests themselves: their 401 is an answer, not an ended session. */
  open?: boolean;
  /** For a Blob or a File: how much of it has left, from 0 to 1. */
  onSent?: (share: number) => void;
}

let whenSessionEnds: (() => Promise<void>) | null = null;

/** What to do when a signed-in person's session has ended: resolves once they signed in again; the request is then sent once more. */
export function onSessionEnd(handler: (() => Promise<void>) | null): void {
  whenSessionEnds = handler;
}

/** Sends a request and gives back the response; every refusal is a {@link ProblemError}. */
export async function send(path: string, sent: Sent = {}): Promise<Response> {
  const response = await attempt(path, sent);
  if (response.ok) return response;
  const error = new ProblemError(await problemOf(response), response.status);
  if (response.status !== 401 || sent.open || !whenSessionEnds) throw error;
  await whenSessionEnds();
  const again = await attempt(path, sent);
  if (again.ok) return again;
  throw new ProblemError(await problemOf(again), again.status);
}

export async function get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
  return json<T>(await send(path, { query, signal }));
}

export async function post<T = void>(path: string, body?: unknown, query?: Query): Promise<T> {
  return json<T>(await send(path, { method: 'POST', body, query }));
}

export async function put<T = void>(path: string, body?: unknown): Promise<T> {
  return json<T>(await send(path, { method: 'PUT', body }));
}

export async function remove<T = void>(path: string): Promise<T> {
  return json<T>(await send(path, { method: 'DELETE' }));
}

/** What was read, and the version it was: hand `etag` back to {@link patch}, so that nobody's edit is lost unseen. */
export interface Tagged<T> {
  value: T;
  etag: string;
}

export async function getWithEtag<T>(path: string, query?: Query, signal?: AbortSignal): Promise<Tagged<T>> {
  return tagged<T>(await send(path, { query, signal }));
}

/** A stale `etag` is refused with 412 `edit-is-stale`; see {@link isStale}. */
export async function patch<T>(path: string, body: unknown, etag?: string): Promise<Tagged<T>> {
  return tagged<T>(await send(path, { method: 'PATCH', body, ifMatch: etag }));
}

export async function postTagged<T>(path: string, body: unknown, etag?: string): Promise<Tagged<T>> {
  return tagged<T>(await send(path, { method: 'POST', body, ifMatch: etag }));
}

/** Whether somebody else changed it in between: keep what was typed, read theirs, and show both. */
export function isStale(error: unknown): error is ProblemError {
  return error instanceof ProblemError && error.status === 412;
}

/** Hands a file of the API (an export, a template) to the browser to keep. */
export function downloadAddress(path: string, query: Query = {}): string {
  return address(path, query);
}

async function attempt(path: string, sent: Sent): Promise<Response> {
  const raw = sent.body instanceof Blob || typeof sent.body === 'string';
  const headers: Record<string, string> = {
    accept: 'application/json, application/problem+json',
    'accept-language': document.documentElement.lang || 'en',
    ...sent.headers,
  };
  if (sent.body !== undefined && !raw) headers['content-type'] = 'application/json';
  if (sent.ifMatch) headers['if-match'] = sent.ifMatch;
  const to = address(path, sent.query);
  try {
    if (sent.onSent && sent.body instanceof Blob)
      return await upload(to, { method: sent.method ?? 'POST', headers, body: sent.body, signal: sent.signal }, sent.onSent);
    return await fetch(to, {
      method: sent.method ?? 'GET',
      headers,
      body: sent.body === undefined ? undefined : raw ? (sent.body as Blob | string) : JSON.stringify(sent.body),
      credentials: 'same-origin',
      signal: sent.signal,
    });
  } catch (error) {
    if (sent.signal?.aborted) throw error;
    throw new UnreachableError(path);
  }
}

function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== '') search.set(key, String(value));
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

async function json<T>(response: Response): Promise<T> {
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

async function tagged<T>(response: Response): Promise<Tagged<T>> {
  return { value: await json<T>(response), etag: response.headers.get('etag') ?? '' };
}

async function problemOf(response: Response): Promise<Problem> {
  const fallback: Problem = {
    type: 'about:blank',
    title: response.statusText || `HTTP ${response.status}`,
    status: response.status,
    code: response.status === 401 ? 'not-signed-in' : 'internal-error',
  };
  if (!/json/.test(response.headers.get('content-type') ?? '')) return fallback;
  try {
    return { ...fallback, ...((await response.json()) as Partial<Problem>) };
  } catch {
    return fallback;
  }
}
