import { join } from 'node:path';
import type { DataFolderPaths } from '../data-folder-paths.ts';
import { type LocalServer, startPostgres } from '../postgres.ts';
import { startRedis } from '../redis.ts';
import { superviseProcess } from '../servers/supervise-process.ts';
import { ensureTool } from '../tools/ensure-tool.ts';
import type { SupervisionEventReporter } from './restart-log.ts';
import type { RunEnvironment } from './run-environment.ts';

/** Consecutive failures after which an embedded server is given up. The pauses between them add up to 31 s. */
export const maxServerFailures = 6;

/** Uses the PostgreSQL and Redis of DATABASE_URL and REDIS_URL, or else starts embedded, supervised ones in the data folder. */
export async function openPostgresAndRedis(
  folder: DataFolderPaths,
  report: SupervisionEventReporter,
  context: RunEnvironment,
) {
  const { env, shutdown, print } = context;
  const databaseUrl = env.DATABASE_URL || null;
  const redisUrl = env.REDIS_URL || null;
  const binary = redisUrl === null ? await ensureTool('redis', { ...context, signal: shutdown.signal }) : null;
  shutdown.signal.throwIfAborted();
  const deferServer = shutdown.deferTogether();

  async function keepRunning(
    name: string,
    logFile: string,
    start: (signal: AbortSignal) => Promise<LocalServer>,
  ): Promise<string> {
    const onEvent = report(name, logFile);
    const supervised = await superviseProcess({ start, onEvent, maxFailures: maxServerFailures });
    deferServer(supervised.stop);
    shutdown.signal.throwIfAborted();
    // The URL stays the same after each restart, because the socket and the password stay.
    return supervised.first.url;
  }

  print(databaseUrl === null ? 'Starting PostgreSQL …' : 'Using the PostgreSQL of DATABASE_URL.');
  const database =
    databaseUrl ??
    (await keepRunning('PostgreSQL', join(folder.postgres, 'postgres.log'), (signal) =>
      // A database that is missing at a restart was lost, so none is created.
      startPostgres({ dataDir: folder.postgres, mustExist: true, signal, print }),
    ));
  print(binary === null ? 'Using the Redis of REDIS_URL.' : 'Starting Redis …');
  const queue =
    binary === null
      ? (redisUrl ?? '')
      : await keepRunning('Redis', join(folder.redis, 'redis.log'), (signal) =>
          startRedis({ dataDir: folder.redis, binary, signal }),
        );
  return { databaseUrl: database, redisUrl: queue };
}
