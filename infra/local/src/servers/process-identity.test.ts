import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { identifyProcess } from './process-identity.ts';

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
