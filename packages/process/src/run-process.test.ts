import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';

const built = new URL('../dist/index.js', import.meta.url).href;
const program = `
  const { runProcess } = await import('${built}');
  const config = { logLevel: 'info', warnings: [], operations: null, sendsTraces: false };
  await runProcess({ name: 'under-test', loadConfig: () => config, start: async () => ({}) });
  Promise.reject(new Error('It broke', { cause: { headers: { authorization: 'token ghp_planted' } } }));
`;

test('an error that nobody foresaw ends the process with its stack in the log, and without what its cause holds', async () => {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  expect(code).toBe(1);
  // What was said before may still be on its way then, and come behind it.
  const lines = said.trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toContainEqual(
    expect.objectContaining({ name: 'under-test', level: 60, stack: expect.stringContaining('Error: It broke') }),
  );
  expect(said).not.toContain('ghp_planted');
});

test('each line of the log says when it was, in one zone: milliseconds since 1970, wherever the process runs', async () => {
  const begun = Date.now();
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    env: { ...process.env, TZ: 'Pacific/Kiritimati' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const lines = (await text(child.stderr)).trim().split('\n');
  const times = lines.map((line) => (JSON.parse(line) as { time: unknown }).time);
  expect(times.filter((time) => !(Number(time) >= begun && Number(time) <= Date.now()))).toEqual([]);
});
