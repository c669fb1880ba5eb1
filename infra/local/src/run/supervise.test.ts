import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '@refrain/domain';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startServer } from '../servers/server-process.ts';
import { superviseProcess } from './supervise.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'refrain-supervise-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const line = (level: number, msg: string) => `{"level":${level},"time":1,"name":"api","msg":"${msg}"}`;

/** @returns the message of the failed start of a process that logs these lines and ends */
async function failWith(...lines: string[]): Promise<string> {
  const entry = join(folder, 'main.js');
  const logFile = join(folder, 'api.log');
  await writeFile(entry, lines.map((text) => `console.error(${JSON.stringify(text)});`).join('\n'));
  const failed = superviseProcess({ name: 'api', entry, cwd: folder, env: {}, logFile }, () => {});
  const error = await failed.catch((thrown: unknown) => thrown);
  if (!(error instanceof AppError)) throw new Error('It has started');
  return error.message.replace(logFile, 'LOG');
}

test('a failed start tells what that start logged, its errors rather than what only informs', async () => {
  expect(await failWith(line(50, 'The port is taken'))).toContain('The port is taken');
  const many = Array.from({ length: 6 }, (_, index) => line(30, `closed ${index}`));
  const lines = [line(30, 'starting'), line(50, 'The database is away'), 'Error: not caught', ...many];
  const said = ['api ended while starting (0) (log: LOG)', line(50, 'The database is away'), 'Error: not caught'];
  expect(await failWith(...lines)).toBe(said.join('\n  '));
  expect(await failWith(...many)).toBe(['api ended while starting (0) (log: LOG)', ...many.slice(1)].join('\n  '));
  expect(await failWith()).toBe('api ended while starting (0) (log: LOG)');
});

test('a server that ends in silence is not given the last line of an earlier start', async () => {
  const logFile = join(folder, 'redis.log');
  await writeFile(logFile, 'The port is taken\n');
  const server = { name: 'Redis', command: process.execPath, args: ['-e', ''], cwd: folder, env: {}, logFile };
  const started = startServer({ ...server, stopSignal: 'SIGTERM', startTimeoutMs: 20_000 }, async () => false);
  await expect(started).rejects.toThrow(`Redis ended while starting: it said nothing (log: ${logFile})`);
});
