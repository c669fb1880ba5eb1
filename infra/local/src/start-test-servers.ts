import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTemplateDatabase } from '@refrain/store/testing';
import type { TestProject } from 'vitest/node';
import { findDataRoot, findToolsFolder } from './data-folder-paths.ts';
import { startPostgres } from './postgres.ts';
import { startRedis } from './redis.ts';
import { ensureTool } from './tools/ensure-tool.ts';

/**
 * Starts a PostgreSQL and a Redis for the tests, or uses those of DATABASE_URL and REDIS_URL. Tests copy a migrated template database.
 * @returns a function that stops the servers
 */
export async function startTestServers(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-test-'));
  const stops: (() => Promise<void>)[] = [];
  const teardown = async () => {
    for (const stop of stops) await stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const { env } = process;
    const [databaseUrl, redisUrl] = await Promise.all([
      env.DATABASE_URL ?? startDatabase(),
      env.REDIS_URL ?? startQueue(),
    ]);
    const template = await createTemplateDatabase(databaseUrl);
    stops.unshift(template.drop);
    project.provide('templateDatabase', template.name);
    project.provide('databaseUrl', databaseUrl);
    project.provide('redisUrl', redisUrl);
  } catch (thrown) {
    await teardown();
    throw thrown;
  }
  return teardown;

  async function startDatabase(): Promise<string> {
    const server = await startPostgres({ dataDir: join(folder, 'postgres'), port: 0, throwaway: true });
    stops.push(server.stop);
    return server.url;
  }

  async function startQueue(): Promise<string> {
    const { env } = process;
    const binary = await ensureTool('redis', {
      env,
      toolsDir: findToolsFolder(findDataRoot(env)),
      print: (line) => process.stderr.write(`${line}\n`),
      signal: new AbortController().signal,
    });
    const server = await startRedis({ dataDir: join(folder, 'redis'), port: 0, binary });
    stops.push(server.stop);
    return server.url;
  }
}
