import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { AppError } from '@refrain/domain';
import { z } from 'zod';
import type { DataFolderPaths } from '../data-folder-paths.ts';
import type { Shutdown } from './shutdown.ts';
import type { RunningPlatform } from './start-platform.ts';

const Problem = z.object({ detail: z.string() });

export interface ApiClient {
  get<T extends z.ZodType>(path: string, answer: T): Promise<z.output<T>>;
  post<T extends z.ZodType>(path: string, body: unknown, answer: T): Promise<z.output<T>>;
}

function createApiClient(url: string, token: string, signal: AbortSignal): ApiClient {
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
  async function request<T extends z.ZodType>(method: string, path: string, body: unknown, answer: T) {
    const content =
      body === undefined
        ? { headers }
        : { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await fetch(new URL(path, url), {
      method,
      ...content,
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

/**
 * Writes Refrain's URL and token for the command line to a file that only this user can read. The file is deleted at shutdown.
 * Returns a client with that token.
 */
export async function writeCommandLineSettings(
  folder: DataFolderPaths,
  { localUrl: url, localSocket: socket }: RunningPlatform,
  shutdown: Shutdown,
): Promise<ApiClient> {
  const token = (await readFile(folder.token, 'utf8')).trim();
  // The file is written atomically, because on a full disk a command could read a truncated one.
  const staged = `${folder.cli}.new`;
  await writeFile(staged, `${JSON.stringify({ url, socket, token }, null, 2)}\n`, { mode: 0o600 });
  await rename(staged, folder.cli);
  shutdown.defer(() => rm(folder.cli, { force: true }));
  return createApiClient(url, token, shutdown.signal);
}
