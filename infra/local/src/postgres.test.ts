import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { connect, type NetConnectOpts } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { findPostgresUrl, startPostgres } from './postgres.ts';
import { listProcessesOf } from './run/processes-under-test.ts';

async function createFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-postgres-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

function isListening(place: NetConnectOpts): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(place);
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

const socketOf = (url: string) => ({ path: join(new URL(url).searchParams.get('host') ?? '', '.s.PGSQL.5432') });

test('listens on a Unix socket at the same address after each start, and hides its data from other users', async () => {
  const folder = await createFolder();
  const first = await startPostgres({ dataDir: folder, throwaway: true });
  expect(await isListening(socketOf(first.url))).toBe(true);
  expect(await findPostgresUrl(folder)).toBe(first.url);
  await first.stop();
  expect(await isListening(socketOf(first.url))).toBe(false);
  const second = await startPostgres({ dataDir: folder, throwaway: true });
  expect(second.url).toBe(first.url);
  await second.stop();
  await second.stop();
  expect((await stat(join(folder, 'password'))).mode & 0o777).toBe(0o600);
  for (const name of ['cluster', 'socket']) expect((await stat(join(folder, name))).mode & 0o077).toBe(0);
});

test('listens on a TCP port of the loopback interface if a port is given', async () => {
  const server = await startPostgres({ dataDir: await createFolder(), port: 0, throwaway: true });
  onTestFinished(server.stop);
  expect(await isListening({ port: server.port, host: '127.0.0.1' })).toBe(true);
});

test.runIf(process.getuid?.() === 0)('another user cannot reach the socket', async () => {
  const server = await startPostgres({ dataDir: await createFolder(), throwaway: true });
  onTestFinished(server.stop);
  const script = `require('node:net').connect(${JSON.stringify(socketOf(server.url))})
    .on('connect', () => { console.log('connected'); process.exit(); })
    .on('error', ({ code }) => console.log(code));`;
  const run = (options: { uid?: number; gid?: number }) =>
    promisify(execFile)(process.execPath, ['-e', script], { cwd: '/', ...options });
  expect((await run({})).stdout.trim()).toBe('connected');
  expect((await run({ uid: 65_534, gid: 65_534 })).stdout.trim()).toBe('EACCES');
});

test.runIf(process.platform === 'linux')(
  'ends with the process that started it, and replaces a server that was left behind',
  async () => {
    const folder = await createFolder();
    const module = join(import.meta.dirname, '../dist/postgres.js');
    const script = `const { startPostgres } = await import(${JSON.stringify(module)});
    const server = await startPostgres({ dataDir: ${JSON.stringify(folder)}, throwaway: true });
    process.stdout.write(server.url);
    setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const url = await new Promise<string>((resolve) => child.stdout.once('data', (chunk) => resolve(String(chunk))));
    expect(await isListening(socketOf(url))).toBe(true);
    for (const { pid, command } of await listProcessesOf(folder)) {
      if (command.startsWith('/bin/sh')) process.kill(pid, 'SIGKILL');
    }
    child.kill('SIGKILL');
    const next = await startPostgres({ dataDir: folder, throwaway: true });
    expect(await isListening(socketOf(next.url))).toBe(true);
    await next.stop();
    await expect.poll(() => listProcessesOf(folder), { timeout: 30_000 }).toEqual([]);
  },
);
