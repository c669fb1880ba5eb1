import { readFile } from 'node:fs/promises';
import type { LocalServer } from '@refrain/local';

/** A server that can be crashed and comes back at the same address. */
export interface CrashingServer {
  readonly url: string;
  readonly port: number;
  /** Ends it at once, without its goodbye. */
  crash(): Promise<void>;
  /** Starts it again; also one that has ended by itself, or still runs. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * @param launch starts it, at the port that is given
 * @param pidFile its first line is the process id
 * @param crashSignal on which it ends without tidying up
 */
export async function startCrashing(
  launch: (port?: number) => Promise<LocalServer>,
  pidFile: string,
  crashSignal: NodeJS.Signals,
): Promise<CrashingServer> {
  const first = await launch();
  const { url, port } = first;
  let running = first;
  return {
    url,
    port,
    async crash() {
      process.kill(Number.parseInt(await readFile(pidFile, 'utf8'), 10), crashSignal);
      // Waits until it is gone, which a signal alone does not.
      await running.stop();
    },
    async start() {
      await running.stop();
      running = await launch(port);
    },
    stop: () => running.stop(),
  };
}
