import {
  createNoResponseError,
  createNotJsonError,
  createResponseError,
  createUnexpectedFormatError,
  type ProviderOptions,
  parseBaseUrl,
  readResponseTime,
} from '@refrain/connectors/provider-kit';
import type { Instant } from '@refrain/domain';
import type { z } from 'zod';

const provider = 'Status page';

interface Request {
  readonly path: string;
  readonly what: string;
  /** The request body. If it is present, the request is a POST, otherwise a GET. */
  readonly body?: unknown;
}

export interface StatusPageClient {
  /** Sends a request. @throws {AppError} for any status except 2xx, and for an unexpected body */
  request<T extends z.ZodType>(
    request: Request,
    schema: T,
    signal: AbortSignal,
  ): Promise<{ readonly data: z.output<T>; readonly at: Instant | null }>;
}

export function createStatusPageClient(baseUrl: string, token: string, options: ProviderOptions): StatusPageClient {
  const root = parseBaseUrl(baseUrl, provider);
  const { origin } = new URL(root);
  const send = options.fetch ?? fetch;
  return {
    async request({ path, what, body }, schema, signal) {
      const target = { provider, origin, what };
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const write = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
      const response = await send(`${root}${path}`, { headers, signal, ...write }).catch((thrown: unknown) => {
        throw createNoResponseError(target, thrown, signal);
      });
      const answer = { status: response.status, headers: Object.fromEntries(response.headers) };
      if (!response.ok) throw createResponseError(target, answer);
      const json: unknown = await response.json().catch(() => {
        throw createNotJsonError(target);
      });
      const parsed = schema.safeParse(json);
      if (!parsed.success) throw createUnexpectedFormatError(target, parsed.error);
      return { data: parsed.data, at: readResponseTime(answer.headers) };
    },
  };
}
