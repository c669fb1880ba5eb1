import { AppError } from '@refrain/domain';
import { z } from 'zod';

const Problem = z.object({ detail: z.string() });

export interface ApiClient {
  get<T extends z.ZodType>(path: string, answer: T): Promise<z.output<T>>;
  post<T extends z.ZodType>(path: string, body: unknown, answer: T): Promise<z.output<T>>;
}

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

function readProblem(status: number, text: string): string {
  try {
    return Problem.parse(JSON.parse(text)).detail;
  } catch {
    return `answered ${status}`;
  }
}
