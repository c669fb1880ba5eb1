import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  ensureTool,
  findDataRoot,
  findToolsFolder,
  type LocalServer,
  maxServerFailures,
  startPostgres,
  startRedis,
  superviseProcess,
} from '@refrain/local';
import { mountSmallDisk, type SmallDisk } from '../faults/small-disk.ts';

/** An embedded server that the supervisor of `npm start` restarts at the same URL after it exits. */
interface SupervisedServer {
  readonly url: string;
  readonly port: number;
  /** Kills the server with SIGKILL. Resolves when the process has ended. */
  kill(): Promise<void>;
  /** Resolves when the server runs again. Throws if the supervisor has given up. */
  untilRunning(): Promise<void>;
  stop(): Promise<void>;
}

const pollEveryMs = 50;

/** A supervised PostgreSQL and Redis that only this run uses. They can be killed, and their disks can be filled. */
export interface SupervisedBackends {
  readonly folder: string;
  readonly postgres: SupervisedServer;
  readonly redis: SupervisedServer;
  readonly dataDisk: SmallDisk | null;
  /** Disk on which the API stores incomplete uploads; null if the machine does not permit mounting one. */
  readonly spoolDisk: SmallDisk | null;
  readonly spoolFolder: string;
  stop(): Promise<void>;
}

const dataMb = 4_096;
const spoolMb = 64;

/** Starts PostgreSQL and Redis on disks that can be filled (`hasSmallDisks`) or in ordinary folders. */
export async function startSupervisedBackends(
  env: NodeJS.ProcessEnv,
  hasSmallDisks: boolean,
): Promise<SupervisedBackends> {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-chaos-'));
  const stops: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (const end of stops.toReversed()) await end();
  };
  async function openDisk(path: string, megabytes: number): Promise<SmallDisk | null> {
    await mkdir(path);
    const disk = hasSmallDisks ? await mountSmallDisk(path, megabytes) : null;
    if (disk !== null) stops.push(disk.unmount);
    return disk;
  }
  try {
    const [dataDir, spoolFolder, redisDir] = ['postgres', 'spool', 'redis'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    const dataDisk = await openDisk(dataDir, dataMb);
    const spoolDisk = await openDisk(spoolFolder, spoolMb);
    const print = (line: string) => process.stderr.write(`${line}\n`);
    const installing = {
      env,
      toolsDir: findToolsFolder(findDataRoot(env)),
      print,
      signal: new AbortController().signal,
    };
    const binary = await ensureTool('redis', installing);
    const redis = await startSupervisedServer((port, signal) =>
      startRedis({ dataDir: redisDir, binary, port, signal }),
    );
    stops.push(redis.stop);
    const postgres = await startSupervisedServer((port, signal) => startPostgres({ dataDir, port, signal }));
    stops.push(postgres.stop);
    return { folder, postgres, redis, dataDisk, spoolDisk, spoolFolder, stop };
  } catch (thrown) {
    await stop();
    throw thrown;
  }
}

/** Starts a server under supervision. `launch` starts it on the given port; 0 picks a free port. */
async function startSupervisedServer(
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
        if (hasGivenUp)
          throw new Error(
            `The ${first.url.split(':', 1)[0]} server exited too often, so the supervisor no longer restarts it`,
          );
        await wait(pollEveryMs);
      }
    },
    stop,
  };
}
