import { AppError, ErrorCode } from '@refrain/domain';
import { Agent, fetch as fetchBy, type RequestInit as RequestInitBy } from 'undici';
import { z } from 'zod';
import type { Settings } from './settings.ts';

/** The API's problem details, as far as a command needs them. */
const Problem = z.object({ code: ErrorCode, detail: z.string() });

/** Longest wait for an answer, in milliseconds: the API itself waits up to 30 s for a provider. An upload has no limit. */
const timeoutMs = 90_000;

export interface ApiClient {
  readonly url: string;
  /** Whether it asks the instance on this machine by its Unix socket, not by the address. */
  readonly usesSocket: boolean;
  get<T extends z.ZodType>(path: string, schema: T): Promise<z.output<T>>;
  /** Markdown or another text. */
  getText(path: string, accept: string): Promise<string>;
  post<T extends z.ZodType>(path: string, body: unknown, schema: T): Promise<z.output<T>>;
  put<T extends z.ZodType>(path: string, body: unknown, schema: T): Promise<z.output<T>>;
  patch<T extends z.ZodType>(path: string, body: unknown, schema: T): Promise<z.output<T>>;
  remove(path: string): Promise<void>;
  /** Sends lines as they are made. */
  upload<T extends z.ZodType>(path: string, lines: AsyncIterable<string>, schema: T): Promise<z.output<T>>;
}

/**
 * @throws {AppError} from each method: what the API's problem says; `provider_unreachable` when nobody answers, or who
 *   answers is no Refrain; `provider_unexpected` when it is one of another version
 */
export function createApiClient({ url, token, socket }: Settings): ApiClient {
  const root = url.replace(/\/+$/u, '');
  const json = { accept: 'application/json' };
  const send = socket === undefined ? fetch : fetchFromSocket(socket);

  async function ask(path: string, init: RequestInit & { duplex?: 'half' }): Promise<string> {
    const signal = init.duplex ? null : AbortSignal.timeout(timeoutMs);
    try {
      const headers = { ...init.headers, authorization: `Bearer ${token}` };
      // The API redirects nobody, and a body may hold a provider's credential.
      const response = await send(`${root}${path}`, { ...init, headers, signal, redirect: 'error' });
      const text = await response.text();
      if (!response.ok) throw readProblem(root, response.status, text);
      return text;
    } catch (cause) {
      throw toFailure(root, cause);
    }
  }

  async function requestJson<T extends z.ZodType>(path: string, init: RequestInit, schema: T): Promise<z.output<T>> {
    const answer = parseJson(await ask(path, init));
    if (answer === undefined) throw noRefrain(root, 'something else');
    const read = schema.safeParse(answer);
    if (read.success) return read.data;
    const where = read.error.issues.map((issue) => issue.path.join('.') || 'all of it').join(', ');
    throw new AppError(
      'provider_unexpected',
      `Cannot read the answer to ${path.split('?', 1)[0]} (${where}): use this command in the version of Refrain at ${root}.`,
    );
  }

  function sendJson<T extends z.ZodType>(method: 'POST' | 'PUT' | 'PATCH', path: string, body: unknown, schema: T) {
    const headers = { ...json, 'content-type': 'application/json' };
    return requestJson(path, { method, headers, body: JSON.stringify(body) }, schema);
  }

  return {
    url: root,
    usesSocket: socket !== undefined,
    get: (path, schema) => requestJson(path, { headers: json }, schema),
    getText: (path, accept) => ask(path, { headers: { accept } }),
    post: (path, body, schema) => sendJson('POST', path, body, schema),
    put: (path, body, schema) => sendJson('PUT', path, body, schema),
    patch: (path, body, schema) => sendJson('PATCH', path, body, schema),
    async remove(path) {
      await ask(path, { method: 'DELETE', headers: json });
    },
    upload(path, lines, schema) {
      const headers = { ...json, 'content-type': 'application/x-ndjson' };
      const body = ReadableStream.from(encode(lines)) as ReadableStream<Uint8Array>;
      return requestJson(path, { method: 'POST', headers, body, duplex: 'half' } as RequestInit, schema);
    },
  };
}

/**
 * Returns a fetch that sends each request to a Unix socket, whatever host the address names: after a crash of the API, another user of
 * the machine may listen on its port.
 */
function fetchFromSocket(socketPath: string): (url: string, init: RequestInit) => Promise<Response> {
  const dispatcher = new Agent({ connect: { socketPath } });
  return async (url, init) => {
    const response = await fetchBy(url, { ...init, dispatcher } as RequestInitBy);
    return response as unknown as Response;
  };
}

async function* encode(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const line of lines) yield encoder.encode(`${line}\n`);
}

/** Ours stays as it is, also where `fetch` wrapped it because it came out of the body that was being sent. */
function toFailure(root: string, thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (thrown instanceof Error && thrown.cause instanceof AppError) return thrown.cause;
  const cannot = thrown instanceof Error && thrown.name === 'TimeoutError' ? `within ${timeoutMs / 1000} s ` : '';
  return new AppError(
    'provider_unreachable',
    `Refrain does not answer ${cannot}at ${root}${describeNetworkError(thrown)}: is it running (npm start), and is the address right?`,
    { cause: thrown },
  );
}

/** The system's code for it (`ENOTFOUND`) or that of TLS (`DEPTH_ZERO_SELF_SIGNED_CERT`), with what to do about the latter. */
function describeNetworkError(thrown: unknown): string {
  const code =
    thrown instanceof Error && thrown.cause instanceof Error && 'code' in thrown.cause ? thrown.cause.code : null;
  if (typeof code !== 'string') return '';
  return /CERT|SIGNATURE|TLS/u.test(code)
    ? ` by a certificate that is trusted (${code}; NODE_EXTRA_CA_CERTS names the authority of your own)`
    : ` (${code})`;
}

function readProblem(root: string, status: number, text: string): AppError {
  const problem = Problem.safeParse(parseJson(text));
  return problem.success ? new AppError(problem.data.code, problem.data.detail) : noRefrain(root, `HTTP ${status}`);
}

function noRefrain(root: string, answer: string): AppError {
  return new AppError(
    'provider_unreachable',
    `There is no Refrain at ${root}, it answered ${answer}: check the address.`,
  );
}

/** Undefined where the text is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
