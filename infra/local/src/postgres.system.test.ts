import { execFile, spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { connect, type NetConnectOpts } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openRawDatabaseClient } from '@refrain/store/testing';
import { describe, expect, onTestFinished, test } from 'vitest';
import { findPostgresUrl, startPostgres } from './postgres.ts';
import { listProcessesOfFolder } from './run/processes-under-test.ts';
import { isProcessAlive } from './servers/process-life.ts';

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

test('PostgreSQL listens on the same Unix socket after each start, and hides its data from other users', async () => {
  const folder = await createFolder();
  await chmod(folder, 0o755);
  const first = await startPostgres({ dataDir: folder, throwaway: true });
  expect(await isListening(socketOf(first.url))).toBe(true);
  expect(await findPostgresUrl(folder)).toBe(first.url);
  expect((await stat(join(folder, 'password'))).mode & 0o777).toBe(0o600);
  for (const name of ['cluster', 'socket']) expect((await stat(join(folder, name))).mode & 0o077).toBe(0);
  await first.stop();
  expect(await isListening(socketOf(first.url))).toBe(false);
  await expect(findPostgresUrl(folder)).rejects.toThrow('No PostgreSQL has been started');
  const second = await startPostgres({ dataDir: folder, throwaway: true });
  await first.stop();
  expect(second.url).toBe(first.url);
  expect(await isListening(socketOf(second.url))).toBe(true);
  await second.stop();
});

describe.runIf(process.getuid?.() === 0)('PostgreSQL below a folder that only root can enter', () => {
  test('PostgreSQL runs without capabilities, and reads only files that its user may read', async () => {
    const folder = join(await createFolder(), 'closed/postgres');
    const server = await startPostgres({ dataDir: folder, throwaway: true });
    onTestFinished(server.stop);
    const status = await readFile(`/proc/${server.pid}/status`, 'utf8');
    for (const set of ['CapInh', 'CapPrm', 'CapEff', 'CapAmb'])
      expect(status).toContain(`${set}:\t${'0'.repeat(16)}\n`);
    const client = await openRawDatabaseClient(server.url);
    onTestFinished(client.end);
    await expect(client.query(`select pg_read_file('/etc/shadow')`)).rejects.toThrow('Permission denied');
    await client.query('create temporary table printed (line text)');
    await client.query(`copy printed from program 'cat PG_VERSION'`);
    // PostgreSQL must not reach the data folder through `..`, because the modes of most files there let everyone read them.
    await expect(client.query(`copy printed from program 'cat ../postgres.log'`)).rejects.toThrow('failed');
    await expect(client.query(`copy printed from program 'ls ../..'`)).rejects.toThrow('failed');
  });

  test('PostgreSQL replaces a server that a killed run left behind', async () => {
    const folder = join(await createFolder(), 'closed/postgres');
    const orphan = await startPostgres({ dataDir: folder, throwaway: true });
    const next = await startPostgres({ dataDir: folder, throwaway: true });
    onTestFinished(next.stop);
    await orphan.ended;
    expect(await isListening(socketOf(next.url))).toBe(true);
  });
});

test.runIf(process.platform === 'linux')(
  'PostgreSQL starts after a crash that left one of its processes hanging',
  async () => {
    const folder = await createFolder();
    const crashed = await startPostgres({ dataDir: folder, throwaway: true });
    const client = await openRawDatabaseClient(crashed.url);
    onTestFinished(() => client.end().catch(() => {}));
    const [row] = await client.query('select pg_backend_pid() as pid');
    const hung = Number(row?.pid);
    process.kill(hung, 'SIGSTOP');
    process.kill(crashed.pid, 'SIGKILL');
    await crashed.ended;
    const next = await startPostgres({ dataDir: folder, throwaway: true });
    onTestFinished(next.stop);
    expect(isProcessAlive(hung)).toBe(false);
  },
);

test('the health probe of PostgreSQL fails only while PostgreSQL hangs', async () => {
  const server = await startPostgres({ dataDir: await createFolder(), throwaway: true });
  onTestFinished(server.stop);
  expect(await server.isHealthy?.(10_000)).toBe(true);
  process.kill(server.pid, 'SIGSTOP');
  expect(await server.isHealthy?.(500)).toBe(false);
  process.kill(server.pid, 'SIGCONT');
  expect(await server.isHealthy?.(10_000)).toBe(true);
});

test('startPostgres refuses the data of another PostgreSQL version, and says what to do', async () => {
  const folder = await createFolder();
  await mkdir(join(folder, 'cluster'));
  await writeFile(join(folder, 'cluster/PG_VERSION'), '17\n');
  await expect(startPostgres({ dataDir: folder, throwaway: true })).rejects.toThrow(
    `The database in ${folder} was created by PostgreSQL 17, but this version of Refrain includes PostgreSQL 18. Start the version of Refrain that created it, or move ${folder} away`,
  );
});

test('startPostgres refuses a PG_VERSION that is a link, a pipe or not a version, and prints none of its content', async () => {
  const folder = await createFolder();
  const file = join(folder, 'cluster/PG_VERSION');
  await mkdir(join(folder, 'cluster'));
  const secret = join(folder, 'secret');
  await writeFile(secret, 'SECRET');
  const plants = [
    () => writeFile(file, 'SECRET'),
    () => symlink(secret, file),
    () => promisify(execFile)('mkfifo', [file]),
  ];
  for (const plant of plants) {
    await plant();
    await expect(startPostgres({ dataDir: folder, throwaway: true })).rejects.toMatchObject({
      code: 'misconfigured',
      message: `${file} does not contain the version of the database. Move ${folder} away, then restore a backup.`,
    });
    await rm(file);
  }
});

test('PostgreSQL starts even if a pipe has replaced the pid file of a killed server', async () => {
  const folder = await createFolder();
  const first = await startPostgres({ dataDir: folder, throwaway: true });
  await first.stop();
  await promisify(execFile)('mkfifo', [join(folder, 'cluster/postmaster.pid')]);
  const second = await startPostgres({ dataDir: folder, throwaway: true });
  onTestFinished(second.stop);
  expect(await isListening(socketOf(second.url))).toBe(true);
});

test('PostgreSQL listens on a loopback TCP port if a port is given', async () => {
  const server = await startPostgres({ dataDir: await createFolder(), port: 0, throwaway: true });
  onTestFinished(server.stop);
  expect(await isListening({ port: server.port, host: '127.0.0.1' })).toBe(true);
});

test.runIf(process.getuid?.() === 0)('another user cannot reach the socket of PostgreSQL', async () => {
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
  'PostgreSQL ends when the process that started it ends, and replaces a server that was left behind',
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
    for (const { pid, command } of await listProcessesOfFolder(folder)) {
      if (command.startsWith('/bin/sh')) process.kill(pid, 'SIGKILL');
    }
    child.kill('SIGKILL');
    const next = await startPostgres({ dataDir: folder, throwaway: true });
    expect(await isListening(socketOf(next.url))).toBe(true);
    await next.stop();
    await expect.poll(() => listProcessesOfFolder(folder), { timeout: 30_000 }).toEqual([]);
  },
);
