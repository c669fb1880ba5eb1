import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { findProcessScript } from '@refrain/local';
import { type Ask, createApiRequester } from './create-api-requester.ts';

export interface Ready {
  readonly url?: string;
  readonly signInUrl?: string;
  /** URL of the process's metrics, if `REFRAIN_METRICS_PORT` is set. */
  readonly operationsUrl?: string | null;
}

export interface BuiltProcess {
  readonly child: ChildProcess;
  readonly ready: Ready;
}

/**
 * Starts a built app as a process. Throws if the process exits before it is ready.
 * @param output file descriptor for stdout and stderr
 * @param within a command that runs the process as its argument, such as `ip netns exec`
 */
export async function startBuiltProcess(
  role: string,
  env: Readonly<Record<string, string>>,
  output: number | 'inherit',
  within: readonly string[] = [],
): Promise<BuiltProcess> {
  const [command = process.execPath, ...args] = [...within, process.execPath, findProcessScript(role)];
  const child = spawn(command, args, {
    env,
    stdio: ['ignore', output, output, 'ipc'],
  });
  const ready = await Promise.race([
    untilReady(child),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`${role} exited with ${code} before it was ready`))),
  ]);
  return { child, ready };
}

/** Waits for the ready message. Before that message, a process may report its progress. */
function untilReady(child: ChildProcess): Promise<Ready> {
  return new Promise((resolve) => {
    child.on('message', (message: object) => {
      if ('ready' in message) resolve(message as Ready);
    });
  });
}

/** Ends a process and waits until it has exited. Does nothing if the process has already exited. */
export async function endBuiltProcess(child: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}

/** Signs in by a link, like the button of its page, and returns the session cookie. */
export async function exchangeSignInLinkForCookie(link: string): Promise<string> {
  const { origin } = new URL(link);
  const response = await fetch(link, { method: 'POST', headers: { origin }, redirect: 'manual' });
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

export async function signInAndCreateToken({ url = '', signInUrl = '' }: Ready): Promise<{ token: string; ask: Ask }> {
  const cookie = await exchangeSignInLinkForCookie(signInUrl);
  const created = await fetch(`${url}/v1/tokens`, {
    method: 'POST',
    headers: { cookie, origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'test' }),
  });
  const { token } = (await created.json()) as { token: string };
  return { token, ask: createApiRequester(url, token) };
}
