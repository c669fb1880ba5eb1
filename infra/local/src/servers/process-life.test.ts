import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { endProcess, isProcessAlive } from './process-life.ts';
import { createZombie } from './zombie-under-test.ts';

test('reports this process as alive, and an ended one as not alive', async () => {
  expect(isProcessAlive(process.pid)).toBe(true);
  const child = spawn('true');
  await once(child, 'exit');
  expect(isProcessAlive(child.pid ?? 0)).toBe(false);
});

test.runIf(process.platform === 'linux')(
  'a zombie does not count as alive, and waiting for its end does not block',
  async () => {
    const pid = await createZombie();
    expect(isProcessAlive(pid)).toBe(false);
    const startedAt = performance.now();
    await endProcess(pid, 'SIGTERM', 3_000);
    expect(performance.now() - startedAt).toBeLessThan(3_000);
  },
);
