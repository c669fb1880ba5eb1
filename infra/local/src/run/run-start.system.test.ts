import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { projectFolder } from '../data-folder-paths.ts';
import { findFreePort, findPortProblem } from '../servers/free-port.ts';
import { listProcessesOfFolder } from './processes-under-test.ts';

const main = join(projectFolder, 'infra/local/dist/main.js');
beforeAll(() => expect(existsSync(main), 'run "npm run build" first').toBe(true));

interface Run {
  readonly child: ChildProcess;
  /** Returns everything that the process has written so far. */
  output(): string;
  readonly ended: Promise<number | null>;
}

/** Creates a data folder for the current test, with a port that no other test uses. */
async function openDataFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-start-'));
  const port = String(await findFreePort());
  onTestFinished(() => rm(folder, { recursive: true, force: true }));

  function startRefrain(settings: Readonly<Record<string, string>> = {}): Run {
    const { PATH, HOME } = process.env;
    const env = { PATH, HOME, REFRAIN_DATA_DIR: folder, PORT: port, ...settings };
    const child = spawn(process.execPath, [main, 'start'], { env });
    // Kills the process after the test, even if an expectation fails.
    onTestFinished(() => void child.kill('SIGKILL'));
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString('utf8');
      });
    }
    const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
    return { child, output: () => output, ended };
  }

  /** Polls, because the watchdog of a server ends a moment after the server. */
  async function expectNoProcessLeft(context?: string): Promise<void> {
    const listCommands = async () => (await listProcessesOfFolder(folder)).map(({ command }) => command);
    await expect.poll(listCommands, { timeout: 30_000, message: context ?? 'processes that are left' }).toEqual([]);
  }

  const findProcess = async (name: string, isWanted: (pid: number) => boolean) =>
    (await listProcessesOfFolder(folder)).find(({ pid, command }) => command.includes(name) && isWanted(pid));

  /** Returns the process id of an embedded server. */
  const readPid = async (server: 'PostgreSQL' | 'Redis') => {
    const pidFile = server === 'Redis' ? 'redis/redis.pid' : 'postgres/cluster/postmaster.pid';
    return Number.parseInt(await readFile(join(folder, pidFile), 'utf8'), 10);
  };

  return { folder, port, startRefrain, expectNoProcessLeft, findProcess, readPid };
}

/** Returns the output of `refrain doctor` for the instance of this data folder. */
async function runDoctor(folder: string): Promise<string> {
  const cli = join(projectFolder, 'apps/cli/dist/main.js');
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, REFRAIN_DATA_DIR: folder };
  const options = { env, encoding: 'utf8' } as const;
  return new Promise((resolve) => {
    // doctor exits with 1 if it finds a problem.
    execFile(process.execPath, [cli, 'doctor'], options, (_error, stdout, stderr) => resolve(stdout + stderr));
  });
}

async function untilReady(run: Run): Promise<void> {
  const isReady = () => run.output().includes('Ctrl-C stops it.');
  await expect.poll(() => isReady() || run.child.exitCode !== null, { timeout: 100_000, interval: 20 }).toBe(true);
  if (!isReady()) throw new Error(`It ended before it was ready: ${run.output()}`);
}

describe.runIf(process.platform === 'linux')('start', () => {
  test('Ctrl-C at any moment stops every process, and a second Ctrl-C does no harm', { timeout: 240_000 }, async () => {
    const { startRefrain, expectNoProcessLeft } = await openDataFolder();
    for (const moment of [30, 150, 400, 800, 1_400, 2_400]) {
      const run = startRefrain();
      await sleep(moment * (0.7 + Math.random() * 0.6));
      run.child.kill('SIGINT');
      await sleep(Math.random() * 150);
      run.child.kill('SIGINT');
      const code = await run.ended;
      await expectNoProcessLeft(`${moment} ms: ${run.output()}`);
      // Before its first output the process may not handle signals yet; a signal then ends it without an exit code.
      expect(run.output() === '' ? [0, 130, null] : [0, 130], run.output()).toContain(code);
    }
  });

  test('start serves the API, refuses a second run, and ends with 0 on SIGTERM', { timeout: 180_000 }, async () => {
    const { folder, startRefrain, expectNoProcessLeft } = await openDataFolder();
    const run = startRefrain();
    await untilReady(run);
    const { url, token } = JSON.parse(await readFile(join(folder, 'cli.json'), 'utf8')) as Record<string, string>;
    const status = await fetch(`${url}/v1/status`, { headers: { authorization: `Bearer ${token}` } });
    expect(status.status).toBe(200);
    expect((await fetch(`${url}/v1/status`)).status).toBe(401);

    const second = startRefrain();
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(
      /Refrain is already running with the data in .* \(process \d+\)\. Use it, or stop it/,
    );

    run.child.kill('SIGTERM');
    expect(await run.ended).toBe(0);
    await expectNoProcessLeft();
    expect(existsSync(join(folder, 'cli.json'))).toBe(false);
    expect(existsSync(join(folder, 'run.lock'))).toBe(false);
  });

  test('after SIGKILL no process is left, and the next start has the same URL, also with REFRAIN_ENCRYPTION_KEY set', {
    timeout: 240_000,
  }, async () => {
    const { folder, startRefrain, expectNoProcessLeft } = await openDataFolder();
    const run = startRefrain();
    await untilReady(run);
    const address = /Refrain runs at (\S+)/.exec(run.output())?.[1];
    run.child.kill('SIGKILL');
    await run.ended;
    await expectNoProcessLeft();

    const next = startRefrain({ REFRAIN_ENCRYPTION_KEY: '17'.repeat(32) });
    await untilReady(next);
    expect(next.output()).toContain(`the key in ${join(folder, 'encryption-key')} only decrypts`);
    expect(/Refrain runs at (\S+)/.exec(next.output())?.[1]).toBe(address);
    next.child.kill('SIGINT');
    expect(await next.ended).toBe(0);
    await expectNoProcessLeft();
  });

  test('restarts a worker that crashed', { timeout: 180_000 }, async () => {
    const { startRefrain, expectNoProcessLeft, findProcess } = await openDataFolder();
    const run = startRefrain();
    await untilReady(run);
    const worker = await findProcess('ingest-worker', () => true);
    expect(worker).toBeDefined();
    if (worker !== undefined) process.kill(worker.pid, 'SIGKILL');
    await expect
      .poll(() => findProcess('ingest-worker', (pid) => pid !== worker?.pid), { timeout: 60_000 })
      .toBeDefined();
    expect(run.output()).toContain('ingest-worker ended (SIGKILL); starting it again in 1 s. (log: ');
    run.child.kill('SIGINT');
    expect(await run.ended).toBe(0);
    await expectNoProcessLeft();
  });

  test('no other process can listen on the port of the API while the API restarts', { timeout: 180_000 }, async () => {
    const { port, startRefrain, expectNoProcessLeft, findProcess } = await openDataFolder();
    const run = startRefrain();
    await untilReady(run);
    const api = await findProcess('apps/api', () => true);
    if (api === undefined) throw new Error('The API does not run');
    process.kill(api.pid, 'SIGKILL');
    const problems = new Set<string | null>();
    const isBack = async () => {
      problems.add(await findPortProblem(Number(port)));
      return fetch(`http://127.0.0.1:${port}/healthz`).then(
        ({ ok }) => ok,
        () => false,
      );
    };
    await expect.poll(() => run.output(), { timeout: 60_000 }).toContain('api ended (SIGKILL)');
    await expect.poll(isBack, { timeout: 60_000, interval: 5 }).toBe(true);
    expect(problems).toEqual(new Set(['EADDRINUSE']));
    run.child.kill('SIGINT');
    expect(await run.ended).toBe(0);
    await expectNoProcessLeft();
    expect(await findPortProblem(Number(port))).toBeNull();
  });

  test.each(['PostgreSQL', 'Redis'] as const)(
    'restarts %s after SIGKILL, and doctor reports it',
    {
      timeout: 240_000,
    },
    async (server) => {
      const { folder, startRefrain, expectNoProcessLeft, readPid } = await openDataFolder();
      const run = startRefrain();
      await untilReady(run);
      const { url } = JSON.parse(await readFile(join(folder, 'cli.json'), 'utf8')) as { url: string };
      process.kill(await readPid(server), 'SIGKILL');
      await expect.poll(run.output, { timeout: 60_000 }).toContain(`${server} runs again.`);
      expect(run.output()).toContain(`${server} ended (SIGKILL); starting it again in 1 s. (log: `);
      await expect.poll(async () => (await fetch(`${url}/readyz`)).status, { timeout: 60_000 }).toBe(200);
      const doctor = await runDoctor(folder);
      expect(doctor).toContain(`${server} ended once in the last 24 hours`);
      run.child.kill('SIGINT');
      expect(await run.ended).toBe(0);
      await expectNoProcessLeft();
    },
  );

  test('exits with 1 if PostgreSQL does not start again, and doctor says why', { timeout: 240_000 }, async () => {
    const { folder, startRefrain, expectNoProcessLeft, readPid } = await openDataFolder();
    const run = startRefrain();
    await untilReady(run);
    await rename(join(folder, 'postgres/cluster/PG_VERSION'), join(folder, 'postgres/cluster/PG_VERSION.lost'));
    process.kill(await readPid('PostgreSQL'), 'SIGKILL');
    expect(await run.ended).toBe(1);
    expect(run.output()).toContain('PostgreSQL failed 6 times in a row. Refrain stops: see');
    await expectNoProcessLeft();
    const doctor = await runDoctor(folder);
    expect(doctor).toMatch(/WRONG Refrain stopped at .* because PostgreSQL failed 6 times in a row/u);
  });

  test('neither a restart of PostgreSQL nor the next start creates an empty database in place of a lost database', {
    timeout: 240_000,
  }, async () => {
    const { folder, startRefrain, expectNoProcessLeft, readPid } = await openDataFolder();
    const settings = { REFRAIN_ENCRYPTION_KEY: '17'.repeat(32) };
    const run = startRefrain(settings);
    await untilReady(run);
    const pid = await readPid('PostgreSQL');
    const [postgres, unmounted] = [join(folder, 'postgres'), join(folder, 'unmounted')];
    await rename(postgres, unmounted);
    await mkdir(postgres);
    process.kill(pid, 'SIGKILL');
    await expect
      .poll(run.output, { timeout: 60_000 })
      .toContain(`There is no database in ${postgres}. If it is on a disk of its own, mount that disk.`);
    expect(await run.ended).toBe(1);
    await expectNoProcessLeft();
    const next = startRefrain(settings);
    expect(await next.ended).toBe(1);
    expect(next.output()).toContain(`There is no database in ${postgres}, but `);
    expect(existsSync(join(postgres, 'cluster'))).toBe(false);
    await rm(postgres, { recursive: true });
    await rename(unmounted, postgres);
    const mounted = startRefrain(settings);
    await untilReady(mounted);
    mounted.child.kill('SIGINT');
    expect(await mounted.ended).toBe(0);
    await expectNoProcessLeft();
  });

  test('behind a proxy Refrain listens on PORT, or says that PORT is in use', { timeout: 180_000 }, async () => {
    const { port, startRefrain } = await openDataFolder();
    const settings = { REFRAIN_PUBLIC_URL: 'https://refrain.acme.example' };
    const run = startRefrain(settings);
    await untilReady(run);
    expect(run.output()).toMatch(
      new RegExp(`runs at https://refrain.acme.example\n +On this machine: +http://127.0.0.1:${port}, to which`, 'u'),
    );
    run.child.kill('SIGINT');
    expect(await run.ended).toBe(0);
    const taken = createServer().listen(Number(port), '127.0.0.1');
    await once(taken, 'listening');
    const second = startRefrain(settings);
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`Port ${port} is in use, by a demo perhaps`);
    taken.close();
  });

  test('reports an invalid PORT, and leaves no process behind', async () => {
    const { folder, startRefrain, expectNoProcessLeft } = await openDataFolder();
    await writeFile(join(folder, 'ports.json'), 'broken');
    const run = startRefrain({ PORT: 'eighty' });
    expect(await run.ended).toBe(1);
    expect(run.output()).toContain('PORT is "eighty". Set a number from 1 to 65535.\n');
    await expectNoProcessLeft();
  });
});
