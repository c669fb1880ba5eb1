import { appendFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSteps } from '@refrain/documents';
import type { StatusAnswer } from '@refrain/domain';
import { askWith, signInByLink } from '@refrain/processes';
import { expect, test } from 'vitest';
import { until } from '../until.ts';
import { pressThrough } from './press-through.ts';
import { type RunOptions, startWalk } from './walk.ts';

/**
 * Who follows the README alone, from the clone to an instance that runs, is guarded and looked after: the commands of its blocks, in
 * their order, on one instance. Between them happens what its sentences ask of a person, and nothing else.
 */
const walk = await startWalk();
const { github, pagerduty } = walk.accounts;

/** @returns what it says */
async function run(command: string, options: RunOptions = {}): Promise<string> {
  const { code, stdout, stderr } = await walk.run(command, options);
  expect({ code, stdout, stderr }).toMatchObject({ code: 0 });
  return stdout.trim();
}

const says = (answer: string | RegExp) => async (command: string) => expect(await run(command)).toMatch(answer);

const steps: readonly (readonly [command: RegExp, follow: (command: string) => unknown])[] = [
  [/^git clone /u, (command) => run(command, { cwd: walk.root })],
  [/^npm ci$/u, () => walk.install()],
  [/^npm start$/u, startAnew],
  [/refrain sign-in$/u, async (command) => useLink(await run(command), 'admin')],
  [/^cp \.env\.example /u, run],
  [/^openssl /u, async (command) => startWithKey(await run(command))],
  [/refrain users add /u, async (command) => useLink(await run(command), 'triager')],
  [/refrain tokens create /u, async (command) => useToken(await run(command))],
  [/refrain connect github .* --app$/u, connectByApp],
  [/refrain connect pagerduty /u, says(pagerduty.account)],
  [/refrain backfill /u, says(/^(?:\S+: done, [1-9]\d* records from \d+ streams\n?){2}$/u)],
  [/refrain import /u, says('2 are new in the archive incidents')],
  [/refrain doctor$/u, examine],
  [/refrain patterns$/u, says(/\d+ of \d+ patterns\./u)],
  [/refrain seen /u, says(/^Seen before .*Checkout answers 502/su)],
  [/refrain improvements list /u, says('proposed')],
  [/^npm run --silent backup -- /u, says('Backed up to ')],
  [/refrain dead-letters list$/u, says('Nothing was given up.')],
  [/refrain audit$/u, says(/Ann Archer +signIn +done/u)],
  [/refrain forget repository /u, says(/^failure +[1-9]\d*$.*Nothing was deleted\./msu)],
  [/refrain keys rotate$/u, says(/ 0 +not needed: take it away$/mu)],
];

async function startAnew(command: string): Promise<void> {
  const [, link] = /within the hour\): (\S+)/u.exec(await walk.start(command)) ?? [];
  await useLink(link, 'admin');
}

/** A link signs in whoever presses its button first, and nobody after. */
async function useLink(link = '', role: string): Promise<void> {
  const cookie = await signInByLink(link);
  const session = await fetch(new URL('/v1/session', link), { headers: { cookie } });
  expect(await session.json()).toMatchObject({ user: { role } });
  expect(await signInByLink(link)).toBe('');
}

/** "Put them into `.env` and start it (again)." */
async function startWithKey(key: string): Promise<void> {
  const file = join(walk.clone, '.env');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  // The accounts of the test are on this machine.
  await appendFile(file, `\nREFRAIN_ENCRYPTION_KEY=${key}\nREFRAIN_PRIVATE_NETWORKS=loopback\n`);
  await walk.stop();
  expect(await walk.start('npm start')).toMatch(/the key in \S+encryption-key only opens/u);
}

/** As a program on another machine, which is told the address and the token alone. */
async function useToken(token: string): Promise<void> {
  const ask = askWith((await walk.access()).url, token);
  expect(await ask('GET', '/v1/patterns')).toMatchObject({ items: [] });
  await expect(ask('POST', '/v1/sign-in-links')).rejects.toThrow('viewer');
}

async function connectByApp(command: string): Promise<void> {
  const meanwhile = (said: string) => {
    const [address] = /http\S+\/connect\/github\/\S+(?=\s)/u.exec(said) ?? [];
    return address === undefined ? null : pressThrough(address);
  };
  expect(await run(command, { meanwhile })).toContain(github.account);
}

/** Once what was taken in is worked on, which takes less time than to read the next paragraph. */
async function examine(command: string): Promise<void> {
  await until(
    () => walk.ask<StatusAnswer>('GET', '/v1/status'),
    ({ busy, patterns }) => !busy && patterns > 0,
  );
  const said = await run(command);
  expect(said).toMatch(/its address is http:\/\/127\.0\.0\.1:\d+, on this machine alone$/mu);
  expect(said.split('\n').at(-1)).toContain('2 may sign in (by links), 1 of them as admin');
  const { url } = await walk.access();
  const open = ['/healthz', '/readyz', '/v1/status', '/v1/patterns', '/v1/audit'];
  const answered = await Promise.all(open.map(async (path) => (await fetch(`${url}${path}`)).status));
  expect(answered).toEqual([200, 200, 401, 401, 401]);
}

const commands = readSteps('README.md', 'With real accounts');
let failed: string | null = null;

test.each(commands)('%s', { timeout: 120_000 }, async (command) => {
  if (failed !== null) throw new Error(`Nobody comes this far: "${failed}" failed.`);
  failed = command;
  const [, follow] = steps.find(([pattern]) => pattern.test(command)) ?? [];
  if (follow === undefined) throw new Error(`Nothing knows how to follow "${command}": say it in readme.test.ts.`);
  await follow(command);
  failed = null;
});

test('nothing is followed that the README does not say', () => {
  expect(steps.filter(([pattern]) => !commands.some((command) => pattern.test(command)))).toEqual([]);
});

test('what was backed up is put back, and a key is made by the command for it', async () => {
  await walk.stop();
  expect(await run('npm run --silent restore -- <folder>')).toContain('What was there before lies in');
  // With a key of one's own in there it says to put the new one there, too.
  await writeFile(join(walk.clone, '.env'), '');
  expect(await run('npm run --silent new-key')).toContain('A new key stands first in');
});
