import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './schema.ts';

export type { components, operations, paths } from './schema.ts';

/** The types of requests and responses by name, such as `Schemas['Pattern']`. */
export type Schemas = components['schemas'];
export type RefrainClient = Client<paths>;

export interface RefrainClientOptions {
  /** The URL of the installation, such as `https://refrain.acme.example`. */
  readonly url: string;
  /** A token from `POST /v1/tokens`. Refrain's own web pages use a session cookie instead. */
  readonly token?: string;
  /** Replaces the global `fetch`. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/**
 * Creates a client with typed paths, parameters, bodies and responses. An error response is in `error`, as problem
 * details; only a request without a response throws.
 */
export function createRefrainClient({ url, token, fetch }: RefrainClientOptions): RefrainClient {
  return createClient<paths>({
    baseUrl: url,
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    ...(fetch === undefined ? {} : { fetch }),
  });
}
