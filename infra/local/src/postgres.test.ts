import { spawn } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startPostgres } from './postgres.ts';
import { listProcessesOf } from './run/processes-under-test.ts';

async function createFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-postgres-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('close', () => socket.destroy());
    socket.once('connect', () => socket.destroy());
  });
}

test('keeps its cluster, password and port between starts, and hides its data from other users', async () => {
  const folder = await createFolder();
  const first = await startPostgres({ dataDir: folder, throwaway: true });
  expect(await isListening(first.port)).toBe(true);
  await first.stop();
  expect(await isListening(first.port)).toBe(false);
  const second = await startPostgres({ dataDir: folder, port: first.port, throwaway: true });
  expect(second.url).toBe(first.url);
  await second.stop();
  await second.stop();
  expect((await stat(join(folder, 'password'))).mode & 0o777).toBe(0o600);
  expect((await stat(join(folder, 'cluster'))).mode & 0o077).toBe(0);
});

test.runIf(process.platform === 'linux')(
  'ends with the process that started it, and replaces a server that was left behind',
  async () => {
    const folder = await createFolder();
    const module = join(import.meta.dirname, '../dist/postgres.js');
    const script = `const { startPostgres } = await import(${JSON.stringify(module)});
    const server = await startPostgres({ dataDir: ${JSON.stringify(folder)}, throwaway: true });
    process.stdout.write(String(server.port));
    setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const port = Number(await new Promise((resolve) => child.stdout.once('data', (chunk) => resolve(String(chunk)))));
    expect(await isListening(port)).toBe(true);
    for (const { pid, command } of await listProcessesOf(folder)) {
      if (command.startsWith('/bin/sh')) process.kill(pid, 'SIGKILL');
    }
    child.kill('SIGKILL');
    const next = await startPostgres({ dataDir: folder, throwaway: true });
    expect(await isListening(next.port)).toBe(true);
    await next.stop();
    await expect.poll(() => listProcessesOf(folder), { timeout: 30_000 }).toEqual([]);
  },
);
