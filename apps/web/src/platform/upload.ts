interface Upload {
  method: string;
  headers: Readonly<Record<string, string>>;
  body: Blob;
  signal?: AbortSignal | undefined;
}

/** Sends a file and tells how much of it has left, from 0 to 1. `fetch` cannot tell: hence the older request. */
export function upload(address: string, { method, headers, body, signal }: Upload, onSent: (share: number) => void): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 1);
    request.onload = () => {
      const isEmpty = request.status === 204 || request.status === 304;
      resolve(
        new Response(isEmpty ? null : request.responseText, {
          status: request.status,
          statusText: request.statusText,
          headers: { 'content-type': request.getResponseHeader('content-type') ?? '' },
        }),
      );
    };
    request.onerror = () => reject(new TypeError('The upload was cut off'));
    request.onabort = () => reject(signal?.reason ?? new DOMException('Aborted', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}
