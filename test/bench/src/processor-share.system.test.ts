import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { giveProcessorShare } from './processor-share.ts';

/** Whether this machine permits it. */
const canShare = await (async () => {
  const child = spawn('sleep', ['60']);
  await once(child, 'spawn');
  const share = giveProcessorShare(child.pid ?? 0, 0.1);
  share?.remove();
  child.kill();
  return share !== null;
})();

/** A script that uses as much CPU as it gets for a second, once it is told to, and prints the CPU seconds used. */
const busy = `
  process.stdin.once('data', () => {
    const before = process.cpuUsage();
    for (const end = performance.now() + 1_000; performance.now() < end;);
    const { user, system } = process.cpuUsage(before);
    process.stdout.write(String((user + system) / 1e6));
    process.stdin.destroy();
  });`;

async function startBusy() {
  const child = spawn(process.execPath, ['-e', busy], { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(child, 'spawn');
  const takes = async () => {
    child.stdin.write('go');
    return Number(await text(child.stdout));
  };
  return { pid: child.pid ?? 0, takes };
}

test.skipIf(!canShare)('a process that has a tenth of a processor takes no more', async () => {
  const { pid, takes } = await startBusy();
  const share = giveProcessorShare(pid, 0.1);
  try {
    expect(await takes()).toBeLessThan(0.25);
  } finally {
    share?.remove();
  }
});

test.skipIf(!canShare)(
  'a process continues without a limit after its share is removed, and no group is left',
  async () => {
    const { pid, takes } = await startBusy();
    giveProcessorShare(pid, 0.1)?.remove();
    expect(await takes()).toBeGreaterThan(0);
    for (const folder of ['/sys/fs/cgroup', '/sys/fs/cgroup/cpu'])
      expect(existsSync(join(folder, `refrain-${pid}`))).toBe(false);
  },
);

test('returns null and creates nothing without a controller of processors', () => {
  const folder = mkdtempSync(join(tmpdir(), 'refrain-cgroup-'));
  try {
    expect(giveProcessorShare(process.pid, 0.1, folder)).toBeNull();
    // A control group hierarchy without the cpu controller.
    writeFileSync(join(folder, 'cgroup.subtree_control'), '');
    expect(giveProcessorShare(process.pid, 0.1, folder)).toBeNull();
    expect(readdirSync(folder)).toEqual(['cgroup.subtree_control']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
