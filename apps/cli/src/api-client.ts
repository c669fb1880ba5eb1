import { AppError, ErrorCode, parseInput } from '@refrain/domain';
import { z } from 'zod';
import type { Settings } from './settings.ts';

/** The API's problem details, as far as a command needs them. */
const Problem = z.object({ code: ErrorCode, detail: z.string() });

export interface ApiClient {
  readonly url: string;
  get<T extends z.ZodType>(path: string, schema: T): Promise<z.output<T>>;
  /** Markdown or another text. */
  getText(path: string, accept: string): Promise<string>;
  post<T extends z.ZodType>(path: string, body: unknown, schema: T): Promise<z.output<T>>;
  /** Sends lines as they are made. */
  upload<T extends z.ZodType>(path: string, lines: AsyncIterable<string>, schema: T): Promise<z.output<T>>;
}

/** @throws {AppError} from each method: what the API's problem says, or `provider_unreachable` when nobody answers */
export function createApiClient({ url, token }: Settings): ApiClient {
  const root = url.replace(/\/+$/u, '');

  async function ask(path: string, init: RequestInit & { duplex?: 'half' }): Promise<Response> {
    const headers = { ...init.headers, authorization: `Bearer ${token}` };
    const response = await fetch(`${root}${path}`, { ...init, headers }).catch((error: unknown) => {
      if (error instanceof TypeError && error.cause instanceof AppError) throw error.cause;
      throw new AppError('provider_unreachable', `Refrain does not answer at ${root}: is it running? (npm start)`, {
        cause: error,
      });
    });
    if (!response.ok) throw await readProblem(response);
    return response;
  }

  return {
    url: root,
    async get(path, schema) {
      return parseInput(schema, await (await ask(path, {})).json(), `the answer to GET ${path}`);
    },
    async getText(path, accept) {
      return (await ask(path, { headers: { accept } })).text();
    },
    async post(path, body, schema) {
      const headers = { 'content-type': 'application/json' };
      const response = await ask(path, { method: 'POST', headers, body: JSON.stringify(body) });
      return parseInput(schema, await response.json(), `the answer to POST ${path}`);
    },
    async upload(path, lines, schema) {
      const headers = { 'content-type': 'application/x-ndjson' };
      const body = ReadableStream.from(encode(lines)) as ReadableStream<Uint8Array>;
      const response = await ask(path, { method: 'POST', headers, body, duplex: 'half' });
      return parseInput(schema, await response.json(), `the answer to POST ${path}`);
    },
  };
}

async function* encode(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const line of lines) yield encoder.encode(`${line}\n`);
}

async function readProblem(response: Response): Promise<AppError> {
  const problem = Problem.safeParse(await response.json().catch(() => null));
  if (!problem.success) {
    return new AppError(
      'provider_unexpected',
      `This is not Refrain's answer (HTTP ${response.status}): check the address.`,
    );
  }
  const { code, detail } = problem.data;
  return new AppError(code, detail);
}
