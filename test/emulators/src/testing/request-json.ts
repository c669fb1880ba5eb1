export interface EmulatorResponse<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

export async function requestJson<T = Record<string, unknown>>(
  url: string,
  headers: Readonly<Record<string, string>>,
  method = 'GET',
  body?: unknown,
): Promise<EmulatorResponse<T>> {
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await fetch(url, {
    method,
    headers: { ...headers, 'content-type': 'application/json' },
    ...content,
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: (text === '' ? undefined : JSON.parse(text)) as T,
  };
}
