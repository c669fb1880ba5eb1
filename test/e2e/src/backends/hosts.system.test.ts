import type { ChildProcess } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StatusResponse } from '@refrain/domain';
import { afterAll, expect, inject, onTestFinished, test } from 'vitest';
import { findOrInstallTool } from '../find-or-install-tool.ts';
import { endBuiltProcess, startBuiltProcess } from '../processes/index.ts';
import { runCommand } from '../run-command.ts';
import { startRefrain } from '../start-refrain.ts';
import { createSimulatedHost, type SimulatedHost } from './simulated-host.ts';

const count = 400;
const hosts: SimulatedHost[] = [];
const ip = process.platform === 'linux' && process.getuid?.() === 0 ? await findOrInstallTool('iproute2') : null;
try {
  if (ip !== null) for (const number of [1, 2, 3]) hosts.push(await createSimulatedHost(ip, number));
} catch (thrown) {
  if (process.env.CI) throw thrown;
  process.stderr.write(`${thrown instanceof Error ? thrown.message : thrown}\n`);
}
if (hosts.length < 3) process.stderr.write('Skipping workers on other hosts: this process may not create networks.\n');
afterAll(async () => {
  for (const host of hosts) await host.remove();
});

test.skipIf(hosts.length < 3)(
  'workers on three hosts share the jobs of an API on a fourth host',
  { timeout: 240_000 },
  async () => {
    const refrain = await startRefrain();
    for (const role of ['ingest-worker', 'analysis-worker'] as const) await refrain.kill(role);
    const workers: ChildProcess[] = [];
    onTestFinished(async () => void (await Promise.all(workers.map((worker) => endBuiltProcess(worker, 'SIGTERM')))));
    for (const [at, role] of (['ingest-worker', 'ingest-worker', 'analysis-worker'] as const).entries()) {
      const host = hosts[at];
      if (host === undefined) throw new Error('This test needs three network hosts');
      const settings = {
        ...refrain.settings,
        DATABASE_URL: await host.reach(refrain.databaseUrl),
        REDIS_URL: await host.reach(inject('redisUrl')),
      };
      workers.push((await startBuiltProcess(role, settings, 'inherit', host.prefix)).child);
    }

    const lines = Array.from({ length: count }, (_, at) =>
      JSON.stringify({
        id: at,
        title: `The disk of the queue was full on host ${at % 5}`,
        date: new Date(Date.UTC(2026, 0, 1, at)).toISOString(),
      }),
    );
    const path = join(tmpdir(), `refrain-hosts-${process.pid}.jsonl`);
    await writeFile(path, `${lines.join('\n')}\n`);
    onTestFinished(() => rm(path));
    const imported = await runCommand(['import', path], { REFRAIN_URL: refrain.url, REFRAIN_TOKEN: refrain.token });
    expect(imported, imported.stderr).toMatchObject({ code: 0 });
    await refrain.waitUntilIdle();
    const readCounts = async () => {
      const { failures, patterns } = await refrain.ask<StatusResponse>('GET', '/v1/status');
      return { failures, hasPatterns: patterns > 0 };
    };
    // The API caches slow counts, so it may be idle for a few seconds before it notices the last failures.
    await expect.poll(readCounts, { timeout: 60_000 }).toEqual({ failures: count, hasPatterns: true });
    for (const host of hosts) expect(host.connections()).toBeGreaterThan(1);
  },
);
