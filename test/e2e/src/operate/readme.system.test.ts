import { appendFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCommandsBelowHeading } from '@refrain/contract/documents';
import type { StatusResponse } from '@refrain/domain';
import { expect, test } from 'vitest';
import { pollUntil } from '../poll-until.ts';
import { createApiRequester, exchangeSignInLinkForCookie } from '../processes/index.ts';
import { pressButtonsUntilLastPage } from './press-buttons-until-last-page.ts';
import { startTutorialClone, type TutorialCommandOptions } from './start-tutorial-clone.ts';

/**
 * Runs the commands of the tutorial in order on one instance. Between the commands, the test does only what the sentences of the tutorial
 * say.
 */
const walk = await startTutorialClone();
const { github, pagerduty } = walk.accounts;

async function run(command: string, options: TutorialCommandOptions = {}): Promise<string> {
  const { code, stdout, stderr } = await walk.run(command, options);
  expect({ code, stdout, stderr }).toMatchObject({ code: 0 });
  return stdout.trim();
}

const prints = (answer: string | RegExp) => async (command: string) => expect(await run(command)).toMatch(answer);

const steps: readonly (readonly [command: RegExp, follow: (command: string) => unknown])[] = [
  [/^git clone /u, (command) => run(command, { cwd: walk.root })],
  [/^npm ci$/u, () => walk.install()],
  [/^npm start$/u, startFirst],
  [/refrain sign-in$/u, async (command) => useLink(await run(command), 'admin')],
  [/^cp \.env\.example /u, run],
  [/^openssl /u, async (command) => startWithKey(await run(command))],
  [/refrain users add /u, async (command) => useLink(await run(command), 'triager')],
  [/refrain tokens create /u, async (command) => useToken(await run(command))],
  [/refrain connect github .* --app$/u, connectByApp],
  [/refrain connect pagerduty /u, prints(pagerduty.account)],
  [/refrain backfill /u, prints(/^(?:\S+: done, [1-9]\d* records from \d+ streams\n?){2}$/u)],
  [/refrain import /u, prints('2 of 2 records are new in the archive incidents')],
  [/refrain doctor$/u, examine],
  [/refrain patterns$/u, prints(/\d+ of \d+ patterns\./u)],
  [/refrain seen /u, prints(/^Seen before .*Checkout answers 502/su)],
  [/refrain improvements list /u, prints('proposed')],
  [/^npm run --silent backup -- /u, prints('Backed up to ')],
  [/refrain dead-letters list$/u, prints('There are no dead letters.')],
  [/refrain audit$/u, prints(/Ann Archer +signIn +done/u)],
  [/refrain erase repository /u, prints(/^failure +[1-9]\d*$.*Nothing was deleted\./msu)],
  [/refrain keys rotate$/u, prints(/ 0 +not needed; remove it$/mu)],
];

async function startFirst(command: string): Promise<void> {
  const [, link] = /within the hour\): (\S+)/u.exec(await walk.start(command)) ?? [];
  await useLink(link, 'admin');
}

async function useLink(link = '', role: string): Promise<void> {
  const cookie = await exchangeSignInLinkForCookie(link);
  const session = await fetch(new URL('/v1/session', link), { headers: { cookie } });
  expect(await session.json()).toMatchObject({ user: { role } });
  expect(await exchangeSignInLinkForCookie(link)).toBe('');
}

/** Does what the tutorial says in “Put them into `.env` and start it (again).” */
async function startWithKey(key: string): Promise<void> {
  const file = join(walk.clone, '.env');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  // Allow connections to the loopback interface, on which the emulated accounts listen.
  await appendFile(file, `\nREFRAIN_ENCRYPTION_KEY=${key}\nREFRAIN_PRIVATE_NETWORKS=loopback\n`);
  await walk.stop();
  expect(await walk.start('npm start')).toMatch(/the key in \S+encryption-key only decrypts/u);
}

/** Uses a token like a program on another machine, with only the URL and the token. */
async function useToken(token: string): Promise<void> {
  const ask = createApiRequester((await walk.access()).url, token);
  expect(await ask('GET', '/v1/patterns')).toMatchObject({ items: [] });
  await expect(ask('POST', '/v1/sign-in-links')).rejects.toThrow('viewer');
}

async function connectByApp(command: string): Promise<void> {
  const meanwhile = (output: string) => {
    const [address] = /http\S+\/connect\/github\/\S+(?=\s)/u.exec(output) ?? [];
    return address === undefined ? null : pressButtonsUntilLastPage(address);
  };
  expect(await run(command, { meanwhile })).toContain(github.account);
}

/** Runs `refrain doctor` once the import has led to patterns. */
async function examine(command: string): Promise<void> {
  await pollUntil(
    () => walk.ask<StatusResponse>('GET', '/v1/status'),
    ({ busy, patterns }) => !busy && patterns > 0,
  );
  const output = await run(command);
  expect(output).toMatch(/Refrain's address is http:\/\/127\.0\.0\.1:\d+, on this machine only$/mu);
  expect(output.split('\n').at(-1)).toContain('2 people may sign in (by links), 1 of them as admin');
  const { url } = await walk.access();
  const open = ['/healthz', '/readyz', '/v1/status', '/v1/patterns', '/v1/audit'];
  const answered = await Promise.all(open.map(async (path) => (await fetch(`${url}${path}`)).status));
  expect(answered).toEqual([200, 200, 401, 401, 401]);
}

const commands = readCommandsBelowHeading('docs/first-instance.md', 'Your first instance');

test('the commands of the tutorial lead from a clone to a running, backed-up and restored instance', async () => {
  for (const command of commands) await followStep(command);
  await restoreAndMakeKey();
}, 900_000);

/** Runs the test's step for a command of the tutorial. Throws an error that names the command if the step fails or is missing. */
async function followStep(command: string): Promise<void> {
  const [, follow] = steps.find(([pattern]) => pattern.test(command)) ?? [];
  if (follow === undefined) throw new Error(`No step follows "${command}": add one to readme.system.test.ts`);
  try {
    await follow(command);
  } catch (cause) {
    throw new Error(`Following "${command}" failed: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

async function restoreAndMakeKey(): Promise<void> {
  await walk.stop();
  expect(await run('npm run --silent restore -- <folder>')).toContain('The former data is in');
  // If `.env` already contained a key, the command would print instructions for the new key instead.
  await writeFile(join(walk.clone, '.env'), '');
  expect(await run('npm run --silent new-key')).toContain('Added a new key to');
}

test('every command with a step in this test occurs in the tutorial', () => {
  expect(steps.filter(([pattern]) => !commands.some((command) => pattern.test(command)))).toEqual([]);
});
