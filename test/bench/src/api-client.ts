import { ofLocalAdmin, type Store } from '@refrain/store';

/** Creates a client that calls the API with a new token and throws the response body on any status other than 2xx. */
export async function createApiClient(url: string, { access }: Store) {
  const { token } = await access.createToken('bench', null, ofLocalAdmin);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${url}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${text}`);
    return JSON.parse(text) as T;
  };
}
