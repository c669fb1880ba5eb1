import { setTimeout as wait } from 'node:timers/promises';
import type { Improvement } from '@refrain/domain';
import { generateOrganisation } from '@refrain/sample-org';
import { afterEach, expect, test } from 'vitest';
import { startEmulatedAccounts } from './emulated-accounts.ts';
import { type Guard, passAll, startGate } from './start-gate.ts';
import { startRefrain } from './start-refrain.ts';

const token = 'emulator-token';
const { world } = generateOrganisation(11, { services: 10, repositories: 12, changes: 500, failures: 120 });
const { organisation } = world.github;
const [home, elsewhere] = world.github.repositories.map(({ name }) => `${organisation}/${name}`);
if (home === undefined || elsewhere === undefined) throw new Error('The world has too few repositories');

const accounts = await startEmulatedAccounts(world);
const gate = await startGate(accounts.github.url);
const refrain = await startRefrain();
for (const account of [
  { provider: 'github', account: organisation, baseUrl: gate.url, credential: token },
  { provider: 'pagerduty', baseUrl: accounts.pagerduty.url, credential: token },
]) {
  const { connection } = await refrain.ask<{ connection: { id: string } }>('POST', '/v1/connections', account);
  await refrain.ask('POST', `/v1/connections/${connection.id}/backfill`, {});
}
await refrain.settle();
const proposals = (await refrain.ask<{ items: Improvement[] }>('GET', '/v1/improvements?state=proposed')).items;

afterEach(() => {
  gate.guard = passAll;
});

/** A proposal that no other test uses. */
function takeProposal(): Improvement {
  const proposal = proposals.pop();
  if (proposal === undefined) throw new Error('The world gives too few proposals');
  return proposal;
}

const approve = ({ id }: Improvement, edit: { repository?: string; title?: string } = {}) =>
  refrain.ask<Improvement>('POST', `/v1/improvements/${id}/approve`, edit);

async function untilImprovement({ id }: Improvement, is: (now: Improvement) => boolean): Promise<Improvement> {
  for (const deadline = Date.now() + 50_000; ; ) {
    const now = await refrain.ask<Improvement>('GET', `/v1/improvements/${id}`);
    if (is(now)) return now;
    if (Date.now() > deadline) throw new Error(`Still ${JSON.stringify(now)}`);
    await wait(100);
  }
}

const isOpened = ({ state, problem }: Improvement) => state === 'opened' && problem === null;
const hasProblem = ({ problem }: Improvement) => problem !== null;

/** An improvement with its issue in `home`. */
async function openIssue(): Promise<Improvement> {
  const proposal = takeProposal();
  await approve(proposal, { repository: home ?? '' });
  return untilImprovement(proposal, isOpened);
}

const marker = ({ patternId }: Improvement) => `<!-- refrain:pattern-${patternId} -->`;

/** Issues that GitHub was made to create for it, whatever became of them. */
function countCreated(improvement: Improvement): number {
  return accounts.github
    .requests()
    .filter(({ method, path, status }) => method === 'POST' && /\/issues$/u.test(path) && status === 201)
    .filter(({ requestBody }) => JSON.stringify(requestBody).includes(marker(improvement))).length;
}

interface PresentIssue {
  readonly number: number;
  readonly body: string;
}

async function askGitHub(method: string, path: string, body?: object): Promise<PresentIssue> {
  const response = await fetch(`${accounts.github.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  expect(response.ok).toBe(true);
  return (await response.json()) as PresentIssue;
}

const addressOf = ({ repository, issueNumber }: Improvement) => `/repos/${repository}/issues/${issueNumber}`;

const failing = (status: number): Guard => {
  return async ({ path }, forward) =>
    /\/issues(?:\/\d+)?$/u.test(path)
      ? { status, headers: { 'content-type': 'application/json' }, body: '{}' }
      : forward();
};

test('approved many times at once, and again later: one issue', async () => {
  const proposal = takeProposal();
  await Promise.all(Array.from({ length: 6 }, () => approve(proposal, { repository: home })));
  const opened = await untilImprovement(proposal, isOpened);
  await approve(proposal);
  await refrain.settle();
  expect(countCreated(proposal)).toBe(1);
  expect(opened.repository).toBe(home);
  const issue = await askGitHub('GET', addressOf(opened));
  expect(issue.body).toContain(marker(proposal));
});

test('killed when GitHub has opened the issue and nobody knows it yet: the same issue is found again', async () => {
  const proposal = takeProposal();
  const killed = new Promise<void>((resolve) => {
    gate.guard = async ({ method, path }, forward) => {
      if (method !== 'POST' || !path.endsWith('/issues')) return forward();
      await forward();
      await refrain.kill('improvement-worker');
      resolve();
      return null;
    };
  });
  await approve(proposal, { repository: home });
  await killed;
  gate.guard = passAll;
  await expect(approve(proposal, { repository: elsewhere })).rejects.toThrow(/may just have been opened/u);
  await refrain.start('improvement-worker');
  expect(await untilImprovement(proposal, isOpened)).toMatchObject({ repository: home });
  expect(countCreated(proposal)).toBe(1);
});

test('GitHub fails when asked whether the issue exists: none is opened, it is said, and made up for later', async () => {
  const proposal = takeProposal();
  gate.guard = failing(503);
  await approve(proposal, { repository: home });
  const stuck = await untilImprovement(proposal, hasProblem);
  expect(stuck).toMatchObject({ state: 'approved', problem: expect.stringMatching(/GitHub failed .*503/u) });
  expect(countCreated(proposal)).toBe(0);
  gate.guard = passAll;
  expect(await untilImprovement(proposal, isOpened)).toMatchObject({ repository: home });
  expect(countCreated(proposal)).toBe(1);
});

test('approved for a repository that does not exist: it is said, and approving for another one repairs it', async () => {
  const proposal = takeProposal();
  await approve(proposal, { repository: `${organisation}/nowhere` });
  expect(await untilImprovement(proposal, hasProblem)).toMatchObject({
    state: 'approved',
    problem: expect.stringMatching(/no repository .*nowhere/u),
  });
  const again = await approve(proposal, { repository: home, title: 'Another title' });
  expect(again).toMatchObject({ state: 'approved', repository: home, problem: null });
  expect(await untilImprovement(proposal, isOpened)).toMatchObject({ repository: home, title: 'Another title' });
  expect(countCreated(proposal)).toBe(1);
});

test('label off and text rewritten by people: the same issue is renewed, and their words stay', async () => {
  const opened = await openIssue();
  await askGitHub('PATCH', addressOf(opened), { body: 'We know. Planned for May.', labels: [] });
  await approve(opened);
  await refrain.settle();
  const { body } = await askGitHub('GET', addressOf(opened));
  expect(body).toContain('We know. Planned for May.\n\n<!-- refrain:begin -->\n### ');
  expect(body).toContain(marker(opened));
  expect(countCreated(opened)).toBe(1);
});

test('transferred to another repository: followed there, and renewed there', async () => {
  const opened = await openIssue();
  const moved = await askGitHub('POST', `/repos/${elsewhere}/issues`, { title: opened.title, body: 'Moved here.' });
  gate.guard = async ({ method, path }, forward) => {
    if (path !== addressOf(opened)) return forward();
    const location = `${gate.url}/repos/${elsewhere}/issues/${moved.number}`;
    return method === 'GET' ? { status: 301, headers: { location }, body: '' } : null;
  };
  await approve(opened);
  const now = await untilImprovement(opened, ({ repository }) => repository === elsewhere);
  expect(now).toMatchObject({ id: opened.id, state: 'opened', issueNumber: moved.number, problem: null });
  expect(now.issueUrl).toContain(`/${elsewhere}/issues/${moved.number}`);
  expect((await askGitHub('GET', addressOf(now))).body).toMatch(/Moved here\.\n\n<!-- refrain:begin -->/u);
  expect(countCreated(opened)).toBe(1);
});

test('deleted by people: no second one is opened, and it is said', async () => {
  const opened = await openIssue();
  gate.guard = failing(410);
  await approve(opened);
  expect(await untilImprovement(opened, hasProblem)).toMatchObject({
    state: 'opened',
    issueNumber: opened.issueNumber,
    problem: expect.stringMatching(/is gone/u),
  });
  expect(countCreated(opened)).toBe(1);
});

test('every request that was sent, and every answer to it, is as the vendors document it', () => {
  accounts.assertConforming();
});
