import { AppError } from '@refrain/domain';
import { z } from 'zod';

const Problem = z.object({ detail: z.string() });

export interface ApiClient {
  get<T extends z.ZodType>(path: string, answer: T): Promise<z.output<T>>;
  post<T extends z.ZodType>(path: string, body: unknown, answer: T): Promise<z.output<T>>;
}

/**
 * Creates a client of the public API.
 * @param access one header that authenticates: a bearer token or a session cookie
 */
export function createApiClient(url: string, access: Readonly<Record<string, string>>, signal: AbortSignal): ApiClient {
  async function request<T extends z.ZodType>(method: string, path: string, body: unknown, answer: T) {
    const response = await fetch(new URL(path, url), {
      method,
      headers: {
        ...access,
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(60_000)]),
    });
    const text = await response.text();
    if (!response.ok) throw new AppError('internal', `${method} ${path}: ${readProblem(response.status, text)}`);
    const parsed = answer.safeParse(JSON.parse(text));
    if (!parsed.success)
      throw new AppError('internal', `${method} ${path} returned an unexpected response: ${parsed.error.message}`);
    return parsed.data;
  }
  return {
    get: (path, answer) => request('GET', path, undefined, answer),
    post: (path, body, answer) => request('POST', path, body, answer),
  };
}

/** Returns the message of an RFC 9457 problem response, or the status code if the body is something else. */
function readProblem(status: number, text: string): string {
  try {
    return Problem.parse(JSON.parse(text)).detail;
  } catch {
    return `answered ${status}`;
  }
}
