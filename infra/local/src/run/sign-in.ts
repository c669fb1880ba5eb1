import { readFile, rm, writeFile } from 'node:fs/promises';
import { AppError } from '@refrain/domain';
import { z } from 'zod';
import type { DataFolder } from '../data-folder.ts';
import { type ApiClient, createApiClient } from './api-client.ts';
import type { Platform } from './start-platform.ts';

const Created = z.object({ token: z.string() });
const SignInLink = z.object({ url: z.string() });

export interface SignedIn {
  readonly api: ApiClient;
  readonly token: string;
  /** A link that a person can use once. */
  readonly signInUrl: string;
  /** Whether no run before has kept a token here. */
  readonly isFirst: boolean;
}

/**
 * Signs in by the one-time link, as a person would, and keeps a token for the command line. A token that an earlier run kept
 * and that still works is used again, and the link stays unused.
 */
export async function signIn(platform: Platform, folder: DataFolder, signal: AbortSignal): Promise<SignedIn> {
  const { localUrl } = platform;
  const kept = (await readFile(folder.token, 'utf8').catch(() => '')).trim();
  if (kept !== '' && (await works(localUrl, kept, signal))) {
    return { api: withToken(localUrl, kept, signal), token: kept, signInUrl: platform.signInUrl, isFirst: false };
  }
  const path = new URL(platform.signInUrl).pathname;
  const headers = { origin: localUrl };
  const response = await fetch(new URL(path, localUrl), { method: 'POST', headers, redirect: 'manual', signal });
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
  if (cookie === undefined) throw new AppError('internal', `The sign-in link was answered ${response.status}`);
  const session = createApiClient(localUrl, { cookie, origin: localUrl }, signal);
  const { token } = await session.post('/v1/tokens', { name: 'command line on this machine' }, Created);
  await writeFile(folder.token, `${token}\n`, { mode: 0o600 });
  const { url } = await session.post('/v1/sign-in-links', {}, SignInLink);
  return { api: withToken(localUrl, token, signal), token, signInUrl: url, isFirst: true };
}

/**
 * Tells the command line where Refrain runs and by which token it may ask (mode 0600).
 * @returns a function that takes it back: what does not run is not to be spoken to
 */
export async function publishForCommandLine(
  folder: DataFolder,
  url: string,
  token: string,
): Promise<() => Promise<void>> {
  await writeFile(folder.cli, `${JSON.stringify({ url, token }, null, 2)}\n`, { mode: 0o600 });
  return () => rm(folder.cli, { force: true });
}

function withToken(url: string, token: string, signal: AbortSignal): ApiClient {
  return createApiClient(url, { authorization: `Bearer ${token}` }, signal);
}

async function works(apiUrl: string, token: string, signal: AbortSignal): Promise<boolean> {
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(new URL('/v1/session', apiUrl), { headers, signal });
  return response.ok;
}
