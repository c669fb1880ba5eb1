import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureTool, findDataRoot, findToolsFolder, startPostgres, startRedis } from '@refrain/local';
import { createScratchDatabase } from '@refrain/store/testing';
import { clearRedis } from './clear-redis.ts';

export interface Backends {
  readonly folder: string;
  readonly databaseUrl: string;
  readonly redisUrl: string;
  emptyRedis(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a Redis that only this run uses, and creates a database. `adminUrl` is an existing PostgreSQL; null starts one. */
export async function startBackends(env: NodeJS.ProcessEnv, adminUrl: string | null): Promise<Backends> {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-soak-'));
  const stops: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (const end of stops.toReversed()) await end();
  };
  try {
    const print = (line: string) => process.stderr.write(`${line}\n`);
    const signal = new AbortController().signal;
    const binary = await ensureTool('redis', { env, toolsDir: findToolsFolder(findDataRoot(env)), print, signal });
    const redis = await startRedis({ dataDir: join(folder, 'redis'), port: 0, binary });
    stops.push(redis.stop);
    let serverUrl = adminUrl;
    if (serverUrl === null) {
      const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), port: 0 });
      stops.push(postgres.stop);
      serverUrl = postgres.url;
    }
    const scratch = await createScratchDatabase(serverUrl);
    stops.push(scratch.drop);
    return {
      folder,
      databaseUrl: scratch.databaseUrl,
      redisUrl: redis.url,
      emptyRedis: () => clearRedis(redis.url),
      stop,
    };
  } catch (thrown) {
    await stop();
    throw thrown;
  }
}
