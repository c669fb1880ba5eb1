import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { scriptOf } from '@refrain/local';
import { type Ask, createRequester } from './create-requester.ts';

export interface Ready {
  readonly url?: string;
  readonly signInUrl?: string;
  /** Of its figures, where `REFRAIN_METRICS_PORT` is set. */
  readonly operationsUrl?: string | null;
}

export interface BuiltProcess {
  readonly child: ChildProcess;
  /** What it said when it was ready. */
  readonly ready: Ready;
}

/**
 * One of the apps as it is built, in a process of its own.
 * @param output where it writes to: a file descriptor
 * @param within a command that runs another in a place of its own, and becomes it, as `ip netns exec` does
 * @throws {Error} when it ends before it is ready
 */
export async function startBuilt(
  role: string,
  env: Readonly<Record<string, string>>,
  output: number | 'inherit',
  within: readonly string[] = [],
): Promise<BuiltProcess> {
  const [command = process.execPath, ...args] = [...within, process.execPath, scriptOf(role)];
  const child = spawn(command, args, {
    env,
    stdio: ['ignore', output, output, 'ipc'],
  });
  const ready = await Promise.race([
    untilReady(child),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`${role} ended with ${code} before it was ready`))),
  ]);
  return { child, ready };
}

/** A process also tells what it is busy with before it is ready. */
function untilReady(child: ChildProcess): Promise<Ready> {
  return new Promise((resolve) => {
    child.on('message', (message: object) => {
      if ('ready' in message) resolve(message as Ready);
    });
  });
}

/** Ends when it has ended, be it that it had already. */
export async function endBuilt(child: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}

/** Signs in by a link, as its button does. @returns the cookie of the session */
export async function signInByLink(link: string): Promise<string> {
  const { origin } = new URL(link);
  const response = await fetch(link, { method: 'POST', headers: { origin }, redirect: 'manual' });
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** Signs in by the link that the API gave when it was ready, and asks with a token from then on. */
export async function signIn({ url = '', signInUrl = '' }: Ready): Promise<{ token: string; ask: Ask }> {
  const cookie = await signInByLink(signInUrl);
  const created = await fetch(`${url}/v1/tokens`, {
    method: 'POST',
    headers: { cookie, origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'test' }),
  });
  const { token } = (await created.json()) as { token: string };
  return { token, ask: createRequester(url, token) };
}

/** For an API that keeps its address when it is started again. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
