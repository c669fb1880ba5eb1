/** Sends a request to the API. Throws an error with the response body for any status except 2xx. */
export type Ask = <T>(method: string, path: string, body?: unknown) => Promise<T>;

export function createApiRequester(url: string, token: string): Ask {
  return async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  };
}
