import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '@refrain/domain';
import { expect, onTestFinished, test } from 'vitest';
import { startNodeProcess } from './node-process.ts';

async function writeScript(...statements: string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-node-process-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const entry = join(folder, 'main.js');
  await writeFile(entry, statements.join('\n'));
  return { name: 'api', entry, cwd: folder, env: {}, logFile: join(folder, 'api.log') };
}

const line = (level: number, msg: string) => `{"level":${level},"time":1,"name":"api","msg":"${msg}"}`;

async function failWith(...lines: string[]): Promise<string> {
  const plan = await writeScript(...lines.map((text) => `console.error(${JSON.stringify(text)});`));
  const error = await startNodeProcess(plan).catch((thrown: unknown) => thrown);
  if (!(error instanceof AppError)) throw new Error('It has started');
  return error.message.replace(plan.logFile, 'LOG');
}

test('a failed start reports the errors that the process logged, or its last lines if there is no error', async () => {
  expect(await failWith(line(50, 'The port is taken'))).toContain('The port is taken');
  const many = Array.from({ length: 6 }, (_, index) => line(30, `closed ${index}`));
  const lines = [line(30, 'starting'), line(50, 'The database is away'), 'Error: not caught', ...many];
  const reported = ['api ended while starting (0) (log: LOG)', line(50, 'The database is away'), 'Error: not caught'];
  expect(await failWith(...lines)).toBe(reported.join('\n  '));
  expect(await failWith(...many)).toBe(['api ended while starting (0) (log: LOG)', ...many.slice(1)].join('\n  '));
  expect(await failWith()).toBe('api ended while starting (0) (log: LOG)');
});

test('a process counts as started when it sends its ready message, and `ended` resolves with the signal that ended it', async () => {
  const plan = await writeScript(`process.send({ ready: true, port: 7 });`, 'setInterval(() => {}, 1000);');
  const started = await startNodeProcess(plan);
  expect(started.ready).toEqual({ ready: true, port: 7 });
  await started.stop();
  expect(await started.ended).toBe('SIGTERM');
});

test('a process is healthy while its event loop runs, and unhealthy while the process is suspended', async () => {
  const plan = await writeScript(
    `process.on('message', (message) => message === 'ping' && process.send('pong'));`,
    'process.send({ ready: true, pid: process.pid });',
  );
  const started = await startNodeProcess({ ...plan, respondsToPing: true });
  onTestFinished(started.stop);
  const pid = Number(started.ready.pid);
  expect(await started.isHealthy?.(20_000)).toBe(true);
  process.kill(pid, 'SIGSTOP');
  expect(await started.isHealthy?.(300)).toBe(false);
  process.kill(pid, 'SIGCONT');
  expect(await started.isHealthy?.(20_000)).toBe(true);
  started.kill();
  expect(await started.ended).toBe('SIGKILL');
  expect(await started.isHealthy?.(300)).toBe(false);
});

test('does not ping a script that does not respond to pings', async () => {
  const plan = await writeScript('process.send({ ready: true });', 'setInterval(() => {}, 1000);');
  const started = await startNodeProcess(plan);
  onTestFinished(started.stop);
  expect(started.isHealthy).toBeUndefined();
});

test('an aborted start leaves no process behind', async () => {
  const plan = await writeScript(`console.error(String(process.pid));`, 'setInterval(() => {}, 1000);');
  await expect(startNodeProcess(plan, AbortSignal.timeout(300))).rejects.toThrow('aborted due to timeout');
});

test('a process that reports that it is busy has no time limit for its start', async () => {
  const plan = await writeScript(
    `process.send({ busy: 'migrating the database' });`,
    'setTimeout(() => process.send({ busy: null }), 1500);',
    'setTimeout(() => process.send({ ready: true }), 1600);',
    'setInterval(() => {}, 1000);',
  );
  const lines: string[] = [];
  const started = await startNodeProcess({ ...plan, print: (line) => lines.push(line) }, undefined, 1_000);
  onTestFinished(started.stop);
  expect(lines).toEqual([`api is still migrating the database (log: ${plan.logFile})`]);
});

test('a process that is neither ready nor busy is ended after the start timeout', async () => {
  const plan = await writeScript(`process.send({ busy: null });`, 'setInterval(() => {}, 1000);');
  await expect(startNodeProcess(plan, undefined, 1_000)).rejects.toThrow('api was not ready after 1 s');
});
