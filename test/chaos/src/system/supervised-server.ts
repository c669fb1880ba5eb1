import { setTimeout as wait } from 'node:timers/promises';
import { type LocalServer, maxServerFailures, superviseProcess } from '@refrain/local';

/** An embedded server that the supervisor of `npm start` restarts at the same URL after it exits. */
export interface SupervisedServer {
  readonly url: string;
  readonly port: number;
  /** Kills the server with SIGKILL. Resolves when the process has ended. */
  kill(): Promise<void>;
  /** Resolves when the server runs again. Throws if the supervisor has given up. */
  untilRunning(): Promise<void>;
  stop(): Promise<void>;
}

const pollEveryMs = 50;

/** Starts a server under supervision. `launch` starts it on the given port; 0 picks a free port. */
export async function startSupervisedServer(
  launch: (port: number, signal: AbortSignal) => Promise<LocalServer>,
): Promise<SupervisedServer> {
  let running: LocalServer | null = null;
  let port = 0;
  let hasGivenUp = false;
  const { first, stop } = await superviseProcess({
    async start(signal) {
      const server = await launch(port, signal);
      running = server;
      ({ port } = server);
      return server;
    },
    onEvent({ type }) {
      if (type !== 'restarted') running = null;
      hasGivenUp = type === 'gave_up';
    },
    maxFailures: maxServerFailures,
  });
  return {
    url: first.url,
    port: first.port,
    async kill() {
      const victim: LocalServer | null = running;
      if (victim === null) return;
      running = null;
      process.kill(victim.pid, 'SIGKILL');
      await victim.ended;
    },
    async untilRunning() {
      while (running === null) {
        if (hasGivenUp) throw new Error(`The supervisor of ${first.url.split(':', 1)[0]} has given up`);
        await wait(pollEveryMs);
      }
    },
    stop,
  };
}
