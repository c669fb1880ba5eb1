import { AppError } from '@refrain/domain';
import { findFreePort, findPortProblem } from '../servers/free-port.ts';
import type { RunContext } from './run-context.ts';

const preferredPort = 4400;

/**
 * Returns the port of PORT. Without PORT it is the next free one, unless a proxy has to find it: the proxy passes on to the one that it
 * knows.
 * @param last the port of the last run
 * @throws {AppError} `misconfigured` if nothing can listen on PORT
 */
export async function chooseApiPort(env: RunContext['env'], last: number | undefined): Promise<number> {
  const wanted = env.PORT || (env.REFRAIN_PUBLIC_URL ? String(preferredPort) : null);
  if (wanted === null) {
    for (let port = preferredPort; port < preferredPort + 20; port += 1) {
      if ((await findFreePort(port)) === port) return port;
    }
    return findFreePort(last);
  }
  const port = /^\d{1,5}$/u.test(wanted.trim()) ? Number(wanted) : 0;
  if (port < 1 || port > 65_535) {
    throw new AppError('misconfigured', `PORT must be a number from 1 to 65535, and is "${wanted.slice(0, 20)}"`);
  }
  const problem = await findPortProblem(port);
  if (problem === null) return port;
  throw new AppError('misconfigured', describePortProblem(port, problem, env.REFRAIN_PUBLIC_URL));
}

function describePortProblem(port: number, problem: string, publicUrl: string | undefined): string {
  if (problem === 'EACCES') {
    return `This user has no permission to listen on PORT ${port} (EACCES). Set PORT to 1024 or more, and let a proxy pass on to it.`;
  }
  if (problem !== 'EADDRINUSE')
    return `Nothing can listen on PORT ${port} of 127.0.0.1 (${problem}). Set another PORT.`;
  return publicUrl
    ? `Port ${port} is in use, by a demo perhaps: stop what listens there, or set another PORT and let the proxy of ${publicUrl} pass on to that`
    : `PORT ${port} is in use: set another one, or leave PORT out`;
}
