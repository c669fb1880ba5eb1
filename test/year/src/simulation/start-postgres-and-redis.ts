import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureTool, findDataRoot, findToolsFolder, startPostgres, startRedis } from '@refrain/local';
import { createScratchDatabase } from '@refrain/store/testing';

export interface PostgresAndRedis {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  stop(): Promise<void>;
}

/**
 * Starts a durable PostgreSQL, like that of users' installations, and a Redis in a temporary folder. Uses existing servers if
 * `DATABASE_URL` and `REDIS_URL` name them.
 */
export async function startPostgresAndRedis(env: NodeJS.ProcessEnv): Promise<PostgresAndRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-simulation-'));
  const stops: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (const end of stops.toReversed()) await end();
  };
  try {
    const adminUrl =
      env.DATABASE_URL ?? (await startOwn(startPostgres({ dataDir: join(folder, 'postgres'), port: 0 })));
    const redisUrl = env.REDIS_URL ?? (await startOwn(startOwnRedis()));
    const scratch = await createScratchDatabase(adminUrl);
    stops.push(scratch.drop);
    return { databaseUrl: scratch.databaseUrl, redisUrl, stop };
  } catch (thrown) {
    await stop();
    throw thrown;
  }

  async function startOwn(starting: Promise<{ url: string; stop(): Promise<void> }>): Promise<string> {
    const server = await starting;
    stops.push(server.stop);
    return server.url;
  }

  async function startOwnRedis() {
    const print = (line: string) => process.stderr.write(`${line}\n`);
    const signal = new AbortController().signal;
    const binary = await ensureTool('redis', { env, toolsDir: findToolsFolder(findDataRoot(env)), print, signal });
    return startRedis({ dataDir: join(folder, 'redis'), port: 0, binary });
  }
}
