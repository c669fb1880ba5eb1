import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findDataRoot, findToolsFolder } from './data-folder-paths.ts';
import { type RedisOptions, startRedis } from './redis.ts';
import { findSocketFolder } from './servers/socket-folder.ts';
import { type SupervisionEvent, superviseProcess } from './servers/supervise-process.ts';
import { ensureTool } from './tools/ensure-tool.ts';

async function prepareRedis(...names: string[]): Promise<RedisOptions> {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-redis-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const { env } = process;
  const { signal } = new AbortController();
  const binary = await ensureTool('redis', { env, toolsDir: findToolsFolder(findDataRoot(env)), print() {}, signal });
  return { dataDir: join(folder, ...names), binary };
}

test('the supervisor kills and restarts a Redis that hangs', async () => {
  const options = await prepareRedis();
  const events: SupervisionEvent[] = [];
  const { first, stop } = await superviseProcess({
    start: (signal) => startRedis({ ...options, signal }),
    onEvent: (event) => events.push(event),
    health: { probeEveryMs: 500, maxUnanswered: 3 },
  });
  onTestFinished(stop);
  expect(await first.isHealthy?.(5_000)).toBe(true);
  process.kill(first.pid, 'SIGSTOP');
  await expect.poll(() => events.map(({ type }) => type)).toEqual(['hung', 'restarted']);
  expect(events[0]).toMatchObject({ type: 'hung', forMs: 1_500, pauseMs: 1_000 });
  expect(await first.ended).toBe('SIGKILL');
});

test('stopping Redis removes its socket, also from a temporary folder', async () => {
  const options = await prepareRedis('d'.repeat(60), 'e'.repeat(60));
  const redis = await startRedis(options);
  const folder = await findSocketFolder(options.dataDir);
  expect(folder).toMatch(new RegExp(`^${tmpdir()}/refrain-`, 'u'));
  await redis.stop();
  expect(await findSocketFolder(options.dataDir)).toBeNull();
  await expect(rm(folder ?? '')).rejects.toThrow('ENOENT');
});
