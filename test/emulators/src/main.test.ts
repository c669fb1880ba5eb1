import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createSmallWorld } from './testing/create-small-world.ts';
import { requestJson } from './testing/request-json.ts';

const folder = mkdtempSync(join(tmpdir(), 'emulators-'));
afterAll(() => rmSync(folder, { recursive: true }));
const worldFile = join(folder, 'world.json');
writeFileSync(worldFile, JSON.stringify(createSmallWorld()));

const program = join(import.meta.dirname, '../dist/main.js');

function start(...given: string[]) {
  if (!existsSync(program)) throw new Error('test/emulators is not built: run npm run build first');
  const child = fork(program, given, { execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const output = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk) => (output.stdout += chunk));
  child.stderr?.on('data', (chunk) => (output.stderr += chunk));
  return { child, output, exit: once(child, 'exit') as Promise<[number | null, string | null]> };
}
const tokens = ['--github-token', 'g', '--pagerduty-token', 'p'];

it.each([['SIGTERM'], ['SIGINT'], ['disconnect']])(
  'the emulator program serves both emulators and exits on %s',
  async (end) => {
    const { child, output, exit } = start('--world', worldFile, ...tokens, '--state-dir', join(folder, 'state'));
    const [message] = (await once(child, 'message')) as [{ github: string; pagerduty: string }];
    expect(message).toMatchObject({ ready: true });
    const { github, pagerduty } = message;
    expect((await requestJson(`${github}/user`, { authorization: 'Bearer g' })).status).toBe(200);
    expect((await requestJson(`${pagerduty}/abilities`, { authorization: 'Token token=p' })).status).toBe(200);
    if (end === 'disconnect') child.disconnect();
    else child.kill(end as NodeJS.Signals);
    expect(await exit).toEqual([0, null]);
    expect(JSON.parse(output.stdout)).toEqual({ github, pagerduty });
  },
);

it.each([
  [['--help'], 0, /Usage: /u],
  [[], 1, /world: specify the file/u],
  [['--world', '/nowhere.json', ...tokens], 1, /Cannot use \/nowhere\.json/u],
  [['--world', worldFile, '--nonsense'], 1, /--nonsense.*see --help/su],
  [['--world', worldFile, ...tokens, '--github-port', '99999'], 1, /github-port/u],
  [['--world', worldFile, ...tokens, '--pagerduty-limit', 'none'], 1, /pagerduty-limit/u],
  [['--world', worldFile, ...tokens, '--pagerduty-app', 'id'], 1, /give ID:SECRET/u],
])('called with %j, the emulator program exits with code %i and prints one clear line', async (given, code, text) => {
  const { output, exit } = start(...given);
  expect((await exit)[0]).toBe(code);
  expect(code === 0 ? output.stdout : output.stderr).toMatch(text);
  if (code !== 0) expect(output.stderr.trim().split('\n')).toHaveLength(1);
});

it('the emulator program grants tokens to a PagerDuty app, and enforces no rate limits if they are off', async () => {
  const options = ['--pagerduty-app', 'id:a:secret', '--pagerduty-limit', 'off', '--github-limit', 'off'];
  const { child, exit } = start('--world', worldFile, ...tokens, ...options);
  const [{ pagerduty }] = (await once(child, 'message')) as [{ pagerduty: string }];
  const form = {
    grant_type: 'client_credentials',
    client_id: 'id',
    client_secret: 'a:secret',
    scope: 'as_account-us.acme abilities.read',
  };
  const granted = await fetch(`${pagerduty}/oauth/token`, { method: 'POST', body: new URLSearchParams(form) });
  const { access_token: token } = (await granted.json()) as { access_token: string };
  const answer = await requestJson(`${pagerduty}/abilities`, { authorization: `Bearer ${token}` });
  expect([answer.status, answer.headers.has('ratelimit-limit')]).toEqual([200, false]);
  child.kill();
  await exit;
});
