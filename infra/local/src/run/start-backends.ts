import type { DataFolder } from '../data-folder.ts';
import { startPostgres } from '../postgres.ts';
import { startRedis } from '../redis.ts';
import { ensureTool } from '../tools/ensure-tool.ts';
import type { KnownPorts } from './ports.ts';
import type { RunContext } from './run-context.ts';

export interface Backends {
  readonly databaseUrl: string;
  readonly redisUrl: string;
}

/** PostgreSQL and Redis: those of DATABASE_URL and REDIS_URL where set, else our own in the data folder. */
export async function startBackends(folder: DataFolder, ports: KnownPorts, context: RunContext): Promise<Backends> {
  const { env, shutdown, say } = context;
  const databaseUrl = env.DATABASE_URL || null;
  const redisUrl = env.REDIS_URL || null;
  const binary = redisUrl === null ? await ensureTool('redis', { ...context, signal: shutdown.signal }) : null;
  shutdown.signal.throwIfAborted();

  say(databaseUrl === null ? 'Starting PostgreSQL …' : 'Using the PostgreSQL of DATABASE_URL.');
  const startDatabase = async () => {
    if (databaseUrl !== null) return databaseUrl;
    const port = ports.preferred('postgres');
    const server = await startPostgres({ dataDir: folder.postgres, ...(port === undefined ? {} : { port }) });
    shutdown.defer(server.stop);
    await ports.keep('postgres', server.port);
    return server.url;
  };
  const startQueue = async () => {
    if (redisUrl !== null || binary === null) return redisUrl ?? '';
    const port = ports.preferred('redis');
    const server = await startRedis({ dataDir: folder.redis, binary, ...(port === undefined ? {} : { port }) });
    shutdown.defer(server.stop);
    await ports.keep('redis', server.port);
    return server.url;
  };
  const database = await startDatabase();
  shutdown.signal.throwIfAborted();
  say(redisUrl === null ? 'Starting Redis …' : 'Using the Redis of REDIS_URL.');
  const queue = await startQueue();
  shutdown.signal.throwIfAborted();
  return { databaseUrl: database, redisUrl: queue };
}
