import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './schema.ts';

export type { components, operations, paths } from './schema.ts';

/** What is sent and answered, by name: `Schemas['Pattern']`. */
export type Schemas = components['schemas'];
export type RefrainClient = Client<paths>;

export interface RefrainOptions {
  /** Where Refrain is: `https://refrain.acme.example`. */
  readonly url: string;
  /** As `POST /v1/tokens` makes it; a page of Refrain itself needs none. */
  readonly token?: string;
  /** Used instead of the global one. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/**
 * A client of which each path, parameter, body and answer is typed.
 * What is refused is in `error`, as problem details: nothing is thrown unless nobody answers.
 */
export function createRefrainClient({ url, token, fetch }: RefrainOptions): RefrainClient {
  return createClient<paths>({
    baseUrl: url,
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    ...(fetch === undefined ? {} : { fetch }),
  });
}
