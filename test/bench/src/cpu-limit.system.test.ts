import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { limitCpuShare } from './cpu-limit.ts';

const canShare = await (async () => {
  const child = spawn('sleep', ['60']);
  await once(child, 'spawn');
  const share = limitCpuShare(child.pid ?? 0, 0.1);
  share?.remove();
  child.kill();
  return share !== null;
})();

/** A script that waits for input on stdin, then uses as much CPU as it can for a second, and prints the CPU seconds that it used. */
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

test.skipIf(!canShare)('a process limited to a tenth of a processor uses no more than that', async () => {
  const { pid, takes } = await startBusy();
  const share = limitCpuShare(pid, 0.1);
  try {
    expect(await takes()).toBeLessThan(0.25);
  } finally {
    share?.remove();
  }
});

test.skipIf(!canShare)(
  'removing the limit lets the process run at full speed and deletes its control group',
  async () => {
    const { pid, takes } = await startBusy();
    limitCpuShare(pid, 0.1)?.remove();
    expect(await takes()).toBeGreaterThan(0);
    for (const folder of ['/sys/fs/cgroup', '/sys/fs/cgroup/cpu'])
      expect(existsSync(join(folder, `refrain-${pid}`))).toBe(false);
  },
);

test('limitCpuShare returns null and creates no control group if the cpu controller is missing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'refrain-cgroup-'));
  try {
    expect(limitCpuShare(process.pid, 0.1, folder)).toBeNull();
    // A control group hierarchy that lacks the cpu controller.
    writeFileSync(join(folder, 'cgroup.subtree_control'), '');
    expect(limitCpuShare(process.pid, 0.1, folder)).toBeNull();
    expect(readdirSync(folder)).toEqual(['cgroup.subtree_control']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
