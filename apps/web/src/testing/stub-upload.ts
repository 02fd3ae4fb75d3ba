/** Uploads go through XMLHttpRequest, which tells how much is sent: here it asks the stubbed `fetch`. */
export function stubUploads(): void {
  Object.assign(globalThis, { XMLHttpRequest: UploadRequest, Response: PlainResponse });
}

class UploadRequest {
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  onload?: () => void;
  onerror?: () => void;
  status = 0;
  statusText = '';
  responseText = '';
  private to = { method: '', address: '' };
  private type = '';
  private readonly headers: Record<string, string> = {};

  open(method: string, address: string): void {
    this.to = { method, address };
  }

  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value;
  }

  getResponseHeader(): string {
    return this.type;
  }

  async send(body: Blob): Promise<void> {
    this.upload.onprogress?.({ loaded: body.size, total: body.size });
    const response = await fetch(this.to.address, { method: this.to.method, headers: this.headers, body });
    this.status = response.status;
    this.type = response.headers.get('content-type') ?? '';
    this.responseText = await response.text();
    this.onload?.();
  }
}

/** jsdom has no Response of its own: what the client reads of one, no more. */
class PlainResponse {
  readonly status: number;
  readonly statusText = '';
  readonly headers: Headers;
  constructor(
    private readonly body: string | null,
    { status, headers }: { status: number; headers: Record<string, string> },
  ) {
    this.status = status;
    this.headers = new Headers(headers);
  }
  get ok(): boolean {
    return this.status >= 200 && this.status < 300;
  }
  async text(): Promise<string> {
    return this.body ?? '';
  }
  async json(): Promise<unknown> {
    return JSON.parse(this.body ?? '') as unknown;
  }
}
