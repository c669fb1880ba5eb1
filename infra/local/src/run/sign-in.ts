import { readFile, writeFile } from 'node:fs/promises';
import { AppError } from '@refrain/domain';
import { z } from 'zod';
import { type ApiClient, createApiClient } from './api-client.ts';

const Access = z.object({ url: z.string(), token: z.string() });
const Created = z.object({ token: z.string() });
const SignInLink = z.object({ url: z.string() });

export interface SignedIn {
  readonly api: ApiClient;
  /** A link that a person can use once. */
  readonly signInUrl: string;
}

/**
 * Signs in by the one-time link, as a person would, and keeps a token for the command line in `cliFile` (mode 0600). A token
 * that was kept by an earlier run and still works is used again, and the link stays unused.
 */
export async function signIn(
  apiUrl: string,
  signInUrl: string,
  cliFile: string,
  signal: AbortSignal,
): Promise<SignedIn> {
  const kept = await readToken(cliFile);
  if (kept !== null && (await works(apiUrl, kept, signal))) {
    await keep(cliFile, apiUrl, kept);
    return { api: createApiClient(apiUrl, { authorization: `Bearer ${kept}` }, signal), signInUrl };
  }
  const path = new URL(signInUrl).pathname;
  const response = await fetch(new URL(path, apiUrl), { redirect: 'manual', signal });
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
  if (cookie === undefined) throw new AppError('internal', `The sign-in link was answered ${response.status}`);
  const session = createApiClient(apiUrl, { cookie, origin: apiUrl }, signal);
  const { token } = await session.post('/v1/tokens', { name: 'command line on this machine' }, Created);
  await keep(cliFile, apiUrl, token);
  const api = createApiClient(apiUrl, { authorization: `Bearer ${token}` }, signal);
  return { api, signInUrl: (await api.post('/v1/sign-in-links', {}, SignInLink)).url };
}

async function readToken(cliFile: string): Promise<string | null> {
  try {
    return Access.parse(JSON.parse(await readFile(cliFile, 'utf8'))).token;
  } catch {
    return null;
  }
}

async function works(apiUrl: string, token: string, signal: AbortSignal): Promise<boolean> {
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(new URL('/v1/session', apiUrl), { headers, signal });
  return response.ok;
}

async function keep(cliFile: string, url: string, token: string): Promise<void> {
  await writeFile(cliFile, `${JSON.stringify({ url, token }, null, 2)}\n`, { mode: 0o600 });
}
