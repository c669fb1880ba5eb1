import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';

const built = new URL('../dist/index.js', import.meta.url).href;
const start = `
  const { runProcess } = await import('${built}');
  const config = { logLevel: 'info', warnings: [], operations: null, sendsTraces: false };
  await runProcess({ name: 'under-test', loadConfig: () => config, start: async () => ({}) });
`;
const program = `
  ${start}
  Promise.reject(new Error('It broke', { cause: { headers: { authorization: 'token ghp_planted' } } }));
`;
const programOnRequest = `
  ${start}
  process.on('message', (message) => message === 'break' && Promise.reject(new Error('It broke')));
`;

test('an unexpected error ends the process with its stack in the log, without the content of its cause', async () => {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  expect(code).toBe(1);
  // Searches all lines, because earlier log lines may arrive after the line of the error.
  const lines = said.trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toContainEqual(
    expect.objectContaining({ name: 'under-test', level: 60, stack: expect.stringContaining('Error: It broke') }),
  );
  expect(said).not.toContain('ghp_planted');
});

test('each log line has its time in milliseconds since 1970, in any time zone', async () => {
  const begun = Date.now();
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    env: { ...process.env, TZ: 'Pacific/Kiritimati' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const lines = (await text(child.stderr)).trim().split('\n');
  const times = lines.map((line) => (JSON.parse(line) as { time: unknown }).time);
  expect(times.filter((time) => !(Number(time) >= begun && Number(time) <= Date.now()))).toEqual([]);
});

const isFullDiskEmulated = existsSync('/dev/full');

test.runIf(isFullDiskEmulated)(
  'a process whose log is on a full disk responds to messages, and exits with 1 after an uncaught exception',
  async () => {
    const log = openSync('/dev/full', 'w');
    const child = spawn(process.execPath, ['--input-type=module', '--eval', programOnRequest], {
      stdio: ['ignore', log, log, 'ipc'],
    });
    closeSync(log);
    onTestFinished(() => void child.kill('SIGKILL'));
    const ended = once(child, 'exit');
    expect((await once(child, 'message'))[0]).toMatchObject({ ready: true });
    // By now, the process has tried to write its first log lines and failed.
    for (let nth = 0; nth < 20; nth += 1) {
      child.send('ping');
      expect((await once(child, 'message'))[0]).toBe('pong');
    }
    child.send('break');
    expect((await ended)[0]).toBe(1);
  },
);

test.runIf(process.platform !== 'win32')('SIGUSR1 opens no debugger', async () => {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', programOnRequest], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  if (child.stderr === null) throw new Error('The process has no standard error');
  const said = text(child.stderr);
  await once(child, 'message');
  child.kill('SIGUSR1');
  child.send('ping');
  await once(child, 'message');
  child.send('break');
  expect(await said).toContain('It broke');
  expect(await said).not.toContain('ebugger');
});
