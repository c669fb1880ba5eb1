import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import type { DataFolderPaths } from '../data-folder-paths.ts';
import { type ApiClient, createApiClient } from './api-client.ts';
import type { RunningPlatform } from './start-platform.ts';

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
