import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { findFreePort, findPortProblem } from '../servers/free-port.ts';
import { isRoot, runAsOrdinaryUser } from '../servers/user-under-test.ts';
import { findMaxApiConnections, openApiPort } from './shared-api-port.ts';

async function openForTest(env: Record<string, string>) {
  const opened = await openApiPort(env, undefined);
  onTestFinished(opened.close);
  return opened;
}

async function startReceiver(): Promise<ChildProcess> {
  const script = `process.on('message', ({ connection }, socket) => {
    process.send({ taken: connection });
    socket.end(String(process.pid));
  });`;
  const folder = await mkdtemp(join(tmpdir(), 'refrain-api-port-'));
  const entry = join(folder, 'receiver.js');
  await writeFile(entry, `${script} process.send('ready');`);
  const child = fork(entry);
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });
  await once(child, 'message');
  return child;
}

async function receive(port: number): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk.toString('utf8');
  });
  // The client may see the closed connection as a reset, which is an error event.
  socket.on('error', () => {});
  await once(socket, 'close');
  return text;
}

async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

test('openApiPort opens PORT if it is free, and says what to do if PORT is in use', async () => {
  const port = await findFreePort();
  expect((await openForTest({ PORT: String(port) })).port).toBe(port);
  await expect(openApiPort({ PORT: String(port) }, undefined)).rejects.toThrow(
    `PORT ${port} is in use: set another one, or omit PORT`,
  );
});

test('without PORT, the first run opens the first preferred port that is free', async () => {
  const [one, other] = [await openForTest({}), await openForTest({})];
  expect(other.port).toBeGreaterThan(one.port);
});

test('without PORT, openApiPort opens the port of the last run, and says what to do if another program has taken it', async () => {
  const last = await findFreePort();
  const opened = await openApiPort({}, last);
  expect(opened.port).toBe(last);
  await expect(openApiPort({}, last)).rejects.toThrow(
    `Port ${last}, which Refrain used before, is in use by another program, such as a demo: stop that program, or set PORT.`,
  );
  await opened.close();
});

test('no other program can listen on the same port of the other loopback address', async () => {
  const { port } = await openForTest({ PORT: String(await findFreePort()) });
  const other = createServer().listen(port, '::1');
  const [error] = await once(other, 'error');
  // On a machine without IPv6, the address ::1 does not exist.
  expect(['EADDRINUSE', 'EADDRNOTAVAIL', 'EAFNOSUPPORT']).toContain(error.code);
});

test('the API’s port stays open while the API restarts, and no other server can listen on it', async () => {
  const { port, passTo } = await openForTest({ PORT: String(await findFreePort()) });
  const first = await startReceiver();
  passTo(first);
  expect(await receive(port)).toBe(String(first.pid));
  await end(first);
  expect(await findPortProblem(port)).toBe('EADDRINUSE');
  expect(await receive(port)).toBe('');
  const second = await startReceiver();
  passTo(second);
  expect(await receive(port)).toBe(String(second.pid));
});

test('connections that were passed to a process do not count as waiting', async () => {
  const { port, passTo } = await openForTest({ PORT: String(await findFreePort()) });
  const receiver = await startReceiver();
  passTo(receiver);
  for (let round = 0; round < 20; round += 1) {
    const texts = await Promise.all(Array.from({ length: 50 }, () => receive(port)));
    expect(new Set(texts)).toEqual(new Set([String(receiver.pid)]));
  }
});

test('connections that wait for a hanging process are closed when the process ends', async () => {
  const { port, passTo } = await openForTest({ PORT: String(await findFreePort()) });
  const receiver = await startReceiver();
  passTo(receiver);
  receiver.kill('SIGSTOP');
  const received = Promise.all(Array.from({ length: 20 }, () => receive(port)));
  await sleep(200);
  await end(receiver);
  expect(new Set(await received)).toEqual(new Set(['']));
});

test.each(['0', '65536', '0x10', '1e3', '80.5', 'http'])(
  'refuses PORT %s and names the range of ports',
  async (port) => {
    await expect(openApiPort({ PORT: port }, undefined)).rejects.toThrow(
      `PORT is "${port}". Set a number from 1 to 65535.`,
    );
  },
);

/** Returns the lowest port on which users other than root may listen; in containers it is often 0. */
function readFirstOpenPort(): number {
  return Number(readFileSync('/proc/sys/net/ipv4/ip_unprivileged_port_start', 'utf8'));
}

test.runIf(isRoot && process.platform === 'linux' && readFirstOpenPort() > 81)(
  'refuses a PORT below 1024 if this user has no permission, and says what to do',
  async () => {
    await runAsOrdinaryUser(() =>
      expect(openApiPort({ PORT: '81' }, undefined)).rejects.toThrow(
        'This user has no permission to listen on PORT 81 (EACCES). Set PORT to 1024 or more, and have a proxy forward to it.',
      ),
    );
  },
);

test('the limit of connections is between one hundred and ten thousand', () => {
  expect(findMaxApiConnections()).toBeGreaterThanOrEqual(100);
  expect(findMaxApiConnections()).toBeLessThanOrEqual(10_000);
});
