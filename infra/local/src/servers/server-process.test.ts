import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { listProcessesOfFolder } from '../run/processes-under-test.ts';
import { type ServerCommand, startServer } from './server-process.ts';

async function createFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-server-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

function commandIn(folder: string, script: string): ServerCommand {
  const logFile = join(folder, 'redis.log');
  const command = { name: 'Redis', command: process.execPath, args: ['-e', script], cwd: folder, env: {} };
  return { ...command, logFile, stopSignal: 'SIGTERM', startTimeoutMs: 20_000 };
}
const forever = 'setInterval(() => {}, 1000)';

test('a failed start does not report the last line of an earlier start', async () => {
  const folder = await createFolder();
  const command = commandIn(folder, '');
  await writeFile(command.logFile, 'The port is taken\n');
  const started = startServer(command, async () => false);
  await expect(started).rejects.toThrow(`Redis ended while starting: it logged nothing (log: ${command.logFile})`);
});

test('a failed start reports the first error, not how the server ended after it', async () => {
  const folder = await createFolder();
  const lines = [
    'LOG:  starting',
    'FATAL:  could not write lock file: No space left on device',
    'LOG:  it is shut down',
  ];
  const started = startServer(
    commandIn(folder, `console.error(${JSON.stringify(lines.join('\n'))})`),
    async () => false,
  );
  await expect(started).rejects.toThrow('Redis ended while starting: FATAL:  could not write lock file: No space left');
});

test('refuses a folder in place of the log, and says what to do', async () => {
  const folder = await createFolder();
  const command = { ...commandIn(folder, forever), logFile: folder };
  await expect(startServer(command, async () => true)).rejects.toThrow(
    `Cannot write ${folder} (EISDIR). It is a folder: remove it, or put a file in its place.`,
  );
});

test.runIf(process.platform === 'linux')('the watchdog of a killed server ends with the server', async () => {
  const folder = await createFolder();
  const server = await startServer(commandIn(folder, forever), async () => true);
  const findWatchdogs = async () =>
    (await listProcessesOfFolder(String(server.pid))).filter(({ command }) =>
      command.startsWith('/bin/sh -c while read'),
    );
  await expect.poll(findWatchdogs).toHaveLength(1);
  process.kill(server.pid, 'SIGKILL');
  expect(await server.ended).toBe('SIGKILL');
  await expect.poll(findWatchdogs).toEqual([]);
  await server.stop();
});

test('an aborted start ends the server', async () => {
  const folder = await createFolder();
  const signal = AbortSignal.timeout(200);
  let pid = 0;
  const started = startServer({ ...commandIn(folder, forever), signal }, async (started) => {
    pid = started;
    return false;
  });
  await expect(started).rejects.toThrow('aborted due to timeout');
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});

test('a starting server that is known to be working gets more time, and its work is reported', async () => {
  const folder = await createFolder();
  const lines: string[] = [];
  const startedAt = Date.now();
  const command = {
    ...commandIn(folder, forever),
    startTimeoutMs: 200,
    describeProgress: async () => (Date.now() - startedAt < 1_000 ? 'still recovering' : null),
    print: (line: string) => lines.push(line),
  };
  const server = await startServer(command, async () => Date.now() - startedAt > 700);
  onTestFinished(server.stop);
  expect(lines[0]).toBe(`Redis is still recovering (log: ${command.logFile})`);
});

test('a starting server that is not known to be working is ended after its timeout', async () => {
  const folder = await createFolder();
  const command = { ...commandIn(folder, forever), startTimeoutMs: 200, describeProgress: async () => null };
  await expect(startServer(command, async () => false)).rejects.toThrow('Redis was not ready after 0.2 s');
});
