import { AppError, ErrorCode } from '@refrain/domain';
import { Agent, fetch as fetchBy, type RequestInit as RequestInitBy } from 'undici';
import { z } from 'zod';
import type { Settings } from './settings.ts';

const Problem = z.object({ code: ErrorCode, detail: z.string() });

/** Timeout of a request. The API itself waits up to 30 s for a provider. Uploads have no timeout. */
const timeoutMs = 90_000;

export interface ApiClient {
  readonly url: string;
  /** Whether requests go to the Unix socket of the instance on this machine instead of its URL. */
  readonly usesSocket: boolean;
  get<T extends z.ZodType>(path: string, schema: T): Promise<z.output<T>>;
  getText(path: string, accept: string): Promise<string>;
  post<T extends z.ZodType>(path: string, body: unknown, schema: T): Promise<z.output<T>>;
  put<T extends z.ZodType>(path: string, body: unknown, schema: T): Promise<z.output<T>>;
  patch<T extends z.ZodType>(path: string, body: unknown, schema: T): Promise<z.output<T>>;
  remove(path: string): Promise<void>;
  upload<T extends z.ZodType>(path: string, lines: AsyncIterable<string>, schema: T): Promise<z.output<T>>;
}

/**
 * Creates a client of the API.
 * @throws {AppError} from each method: the API's own error; `provider_unreachable` if the URL does not lead to Refrain;
 * `provider_unexpected` for a response of another version
 */
export function createApiClient({ url, token, socket }: Settings): ApiClient {
  const root = url.replace(/\/+$/u, '');
  const json = { accept: 'application/json' };
  const send = socket === undefined ? fetch : fetchFromSocket(socket);

  async function ask(path: string, init: RequestInit & { duplex?: 'half' }): Promise<string> {
    const signal = init.duplex ? null : AbortSignal.timeout(timeoutMs);
    try {
      const headers = { ...init.headers, authorization: `Bearer ${token}` };
      // Redirects are refused: the API never redirects, and a request body may contain a provider's credential.
      const response = await send(`${root}${path}`, { ...init, headers, signal, redirect: 'error' });
      const text = await response.text();
      if (!response.ok) throw readProblem(root, response.status, text);
      return text;
    } catch (cause) {
      throw toFailure(root, cause);
    }
  }

  async function requestJson<T extends z.ZodType>(path: string, init: RequestInit, schema: T): Promise<z.output<T>> {
    const parsed = parseJson(await ask(path, init));
    if (parsed === undefined) throw noRefrain(root, 'something else');
    const read = schema.safeParse(parsed);
    if (read.success) return read.data;
    const where = read.error.issues.map((issue) => issue.path.join('.') || 'the whole response').join(', ');
    throw new AppError(
      'provider_unexpected',
      `Cannot read the response to ${path.split('?', 1)[0]} (${where}). Use this command from the version of Refrain that runs at ${root}.`,
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
 * Returns a fetch function that sends each request to a Unix socket, whatever host the URL names. A TCP port would be unsafe: after
 * a crash of the API, another user of the machine could listen on it.
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

function toFailure(root: string, thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (thrown instanceof Error && thrown.cause instanceof AppError) return thrown.cause;
  const cannot = thrown instanceof Error && thrown.name === 'TimeoutError' ? `within ${timeoutMs / 1000} s ` : '';
  return new AppError(
    'provider_unreachable',
    `Refrain did not respond ${cannot}at ${root}${describeNetworkError(thrown)}. Check that it is running (npm start) and that the address is correct.`,
    { cause: thrown },
  );
}

/** Returns the error code, such as `ENOTFOUND`. For an error of TLS, such as `DEPTH_ZERO_SELF_SIGNED_CERT`, adds what to do. */
function describeNetworkError(thrown: unknown): string {
  const code =
    thrown instanceof Error && thrown.cause instanceof Error && 'code' in thrown.cause ? thrown.cause.code : null;
  if (typeof code !== 'string') return '';
  return /CERT|SIGNATURE|TLS/u.test(code)
    ? ` with a trusted certificate (${code}; set NODE_EXTRA_CA_CERTS to the file of your own certificate authority)`
    : ` (${code})`;
}

function readProblem(root: string, status: number, text: string): AppError {
  const problem = Problem.safeParse(parseJson(text));
  return problem.success ? new AppError(problem.data.code, problem.data.detail) : noRefrain(root, `HTTP ${status}`);
}

function noRefrain(root: string, response: string): AppError {
  return new AppError(
    'provider_unreachable',
    `There is no Refrain at ${root}: the address responded with ${response}. Check the address.`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export async function requestAllPages<Item>(
  api: ApiClient,
  path: string,
  answer: z.ZodType<{ readonly items: Item[]; readonly next: string | null }>,
  query: Readonly<Record<string, string>> = {},
): Promise<Item[]> {
  const all: Item[] = [];
  let after: string | null = null;
  do {
    const parameters = new URLSearchParams({ ...query, limit: '200', ...(after === null ? {} : { after }) });
    const page: { readonly items: Item[]; readonly next: string | null } = await api.get(
      `${path}?${parameters}`,
      answer,
    );
    all.push(...page.items);
    after = page.next;
  } while (after !== null);
  return all;
}
