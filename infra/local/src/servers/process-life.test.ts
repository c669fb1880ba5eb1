import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { endProcess, identifyProcess, isProcessAlive } from './process-life.ts';
import { createZombieProcess } from './zombie-under-test.ts';

test('reports this process as alive, and an ended one as not alive', async () => {
  expect(isProcessAlive(process.pid)).toBe(true);
  const child = spawn('true');
  await once(child, 'exit');
  expect(isProcessAlive(child.pid ?? 0)).toBe(false);
});

test.runIf(process.platform === 'linux')(
  'a zombie does not count as alive, and waiting for its end does not block',
  async () => {
    const pid = await createZombieProcess();
    expect(isProcessAlive(pid)).toBe(false);
    const startedAt = performance.now();
    await endProcess(pid, 'SIGTERM', 3_000);
    expect(performance.now() - startedAt).toBeLessThan(3_000);
  },
);

test.each(['linux', 'darwin'] as const)(
  'a process on %s keeps its identity until it ends, and has none afterwards',
  async (platform) => {
    // Linux has `ps` too, so this case also runs there.
    if (platform === 'linux' && process.platform !== 'linux') return;
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000); console.log(1)']);
    onTestFinished(() => void child.kill('SIGKILL'));
    await once(child.stdout, 'data');
    const pid = child.pid ?? 0;
    const identity = await identifyProcess(pid, platform);
    expect(identity).toMatch(/\d{2}/u);
    expect(await identifyProcess(pid, platform)).toBe(identity);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await identifyProcess(pid, platform)).toBeNull();
  },
);
