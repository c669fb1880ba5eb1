import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { projectFolder } from '../data-folder.ts';
import { findFreePort } from '../servers/free-port.ts';
import { listProcessesOf } from './processes-under-test.ts';

const main = join(projectFolder, 'infra/local/dist/main.js');
let folder = '';
/** Of which no other test thinks, too, that it is free. */
let port = 0;

beforeEach(async () => {
  expect(existsSync(main), 'npm run build has to come first').toBe(true);
  folder = await mkdtemp(join(tmpdir(), 'refrain-start-'));
  port = await findFreePort();
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

interface Run {
  readonly child: ChildProcess;
  /** Everything that it wrote. */
  output(): string;
  readonly ended: Promise<number | null>;
}

function startRefrain(settings: Readonly<Record<string, string>> = {}): Run {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, REFRAIN_DATA_DIR: folder, PORT: String(port), ...settings };
  const child = spawn(process.execPath, [main, 'start'], { env });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  return { child, output: () => output, ended };
}

async function untilReady(run: Run): Promise<void> {
  const start = Date.now();
  while (!run.output().includes('Ctrl-C stops it.')) {
    if (Date.now() - start > 40_000 || run.child.exitCode !== null) throw new Error(`not ready: ${run.output()}`);
    await sleep(20);
  }
}

/** What watches over a server ends a moment after it. */
async function untilNothingIsLeft(): Promise<readonly string[]> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const left = await listProcessesOf(folder);
    if (left.length === 0) return [];
    await sleep(100);
  }
  return (await listProcessesOf(folder)).map(({ command }) => command);
}

describe.runIf(process.platform === 'linux')('start', () => {
  test('a Ctrl-C at any moment stops all of it, and a second one does no harm', { timeout: 240_000 }, async () => {
    for (const moment of [30, 150, 400, 800, 1_400, 2_400]) {
      const run = startRefrain();
      await sleep(moment * (0.7 + Math.random() * 0.6));
      run.child.kill('SIGINT');
      await sleep(Math.random() * 150);
      run.child.kill('SIGINT');
      const code = await run.ended;
      const left = await untilNothingIsLeft();
      expect({ moment, left, output: run.output() }).toMatchObject({ left: [] });
      // Before it listens to signals, and so before its first word, a process that gets one just ends: without a code.
      expect(run.output() === '' ? [0, 130, null] : [0, 130], run.output()).toContain(code);
    }
  });

  test('it is ready, refuses a second run, and ends with 0 on SIGTERM', { timeout: 120_000 }, async () => {
    const run = startRefrain();
    await untilReady(run);
    const { url, token } = JSON.parse(await readFile(join(folder, 'cli.json'), 'utf8')) as Record<string, string>;
    const status = await fetch(`${url}/v1/status`, { headers: { authorization: `Bearer ${token}` } });
    expect(status.status).toBe(200);
    expect((await fetch(`${url}/v1/status`)).status).toBe(401);

    const second = startRefrain();
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(/runs already with the data in .* \(process \d+\)/);

    run.child.kill('SIGTERM');
    expect(await run.ended).toBe(0);
    expect(await untilNothingIsLeft()).toEqual([]);
    expect(existsSync(join(folder, 'cli.json'))).toBe(false);
    expect(existsSync(join(folder, 'run.lock'))).toBe(false);
  });

  test('when it is killed nothing stays behind, and the next start goes on, also with a key of one’s own beside the one that was made', {
    timeout: 120_000,
  }, async () => {
    const run = startRefrain();
    await untilReady(run);
    const address = /Refrain runs at (\S+)/.exec(run.output())?.[1];
    run.child.kill('SIGKILL');
    await run.ended;
    expect(await untilNothingIsLeft()).toEqual([]);

    const next = startRefrain({ REFRAIN_ENCRYPTION_KEY: '17'.repeat(32) });
    await untilReady(next);
    expect(next.output()).toContain(`the key in ${join(folder, 'encryption-key')} only opens`);
    expect(/Refrain runs at (\S+)/.exec(next.output())?.[1]).toBe(address);
    next.child.kill('SIGINT');
    expect(await next.ended).toBe(0);
    expect(await untilNothingIsLeft()).toEqual([]);
  });

  test('a crashed worker is started again', { timeout: 120_000 }, async () => {
    const run = startRefrain();
    await untilReady(run);
    const worker = (await listProcessesOf(folder)).find(({ command }) => command.includes('ingest-worker'));
    expect(worker).toBeDefined();
    if (worker !== undefined) process.kill(worker.pid, 'SIGKILL');
    const findNext = async () =>
      (await listProcessesOf(folder)).find(
        ({ pid, command }) => command.includes('ingest-worker') && pid !== worker?.pid,
      );
    let next = await findNext();
    for (let attempt = 0; attempt < 100 && next === undefined; attempt += 1) {
      await sleep(100);
      next = await findNext();
    }
    expect(next).toBeDefined();
    expect(run.output()).toContain('ingest-worker ended (SIGKILL); starting it again in 1 s.');
    run.child.kill('SIGINT');
    expect(await run.ended).toBe(0);
    expect(await untilNothingIsLeft()).toEqual([]);
  });

  test('the port that a proxy passes on to is taken, or it is told that it is not free', async () => {
    const port = await findFreePort();
    const settings = { REFRAIN_PUBLIC_URL: 'https://refrain.acme.example', PORT: String(port) };
    const run = startRefrain(settings);
    await untilReady(run);
    expect(run.output()).toMatch(
      new RegExp(`runs at https://refrain.acme.example\n +On this machine: +http://127.0.0.1:${port}, to which`, 'u'),
    );
    run.child.kill('SIGINT');
    expect(await run.ended).toBe(0);
    const taken = createServer().listen(port, '127.0.0.1');
    await once(taken, 'listening');
    const second = startRefrain(settings);
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`Port ${port} is in use, by a demo perhaps`);
    taken.close();
  }, 120_000);

  test('a PORT that cannot be used is named before anything is left running', async () => {
    await writeFile(join(folder, 'ports.json'), 'broken');
    const run = startRefrain({ PORT: 'eighty' });
    expect(await run.ended).toBe(1);
    expect(run.output()).toContain('PORT must be a number from 1 to 65535, and is "eighty"\n');
    expect(await untilNothingIsLeft()).toEqual([]);
  });
});
