import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { AppError } from '@refrain/domain';
import { z } from 'zod';
import type { DataFolderPaths } from '../data-folder-paths.ts';
import type { RunningPlatform } from './start-platform.ts';

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

export interface LocalApiAccess {
  readonly api: ApiClient;
  readonly token: string;
}

/** Opens the API with the stored token of this machine's command line. */
export async function openLocalApiAccess(
  { localUrl }: RunningPlatform,
  folder: DataFolderPaths,
  signal: AbortSignal,
): Promise<LocalApiAccess> {
  const token = (await readFile(folder.token, 'utf8')).trim();
  return { api: createApiClient(localUrl, { authorization: `Bearer ${token}` }, signal), token };
}

/**
 * Writes Refrain's URL and token to a file that only this user can read (mode 0600), for the command line. Returns a function that
 * removes the file.
 */
export async function writeCommandLineAccess(
  folder: DataFolderPaths,
  { localUrl: url, localSocket: socket }: RunningPlatform,
  token: string,
): Promise<() => Promise<void>> {
  // The file is written atomically, because on a full disk a command could read a truncated one.
  const staged = `${folder.cli}.new`;
  await writeFile(staged, `${JSON.stringify({ url, socket, token }, null, 2)}\n`, { mode: 0o600 });
  await rename(staged, folder.cli);
  return () => rm(folder.cli, { force: true });
}
