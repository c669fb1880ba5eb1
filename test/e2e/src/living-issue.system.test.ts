import { setTimeout as wait } from 'node:timers/promises';
import type { Improvement } from '@refrain/domain';
import { generateOrganisation } from '@refrain/sample-org';
import { afterEach, expect, test } from 'vitest';
import { listAccessibilityFaults, openVisit, signInByLink, startBrowser, takePicture } from './browser.ts';
import { startEmulatedAccounts } from './emulated-accounts.ts';
import { type Guard, passAll, startGate } from './start-gate.ts';
import { startRefrain } from './start-refrain.ts';

const token = 'emulator-token';
const { world } = generateOrganisation(11, { services: 12, repositories: 14, changes: 700, failures: 180 });
const { organisation } = world.github;
const [home = '', elsewhere = ''] = world.github.repositories.map(({ name }) => `${organisation}/${name}`);

const accounts = await startEmulatedAccounts(world);
const gate = await startGate(accounts.github.url);
const refrain = await startRefrain();
await refrain.ask('PUT', '/v1/policy', { leastConfidence: 0.5 });
for (const account of [
  { provider: 'github', account: organisation, baseUrl: gate.url, credential: token },
  {
    provider: 'pagerduty',
    account: world.pagerduty.subdomain,
    baseUrl: accounts.pagerduty.url,
    credential: token,
  },
]) {
  const { connection } = await refrain.ask<{ connection: { id: string } }>('POST', '/v1/connections', account);
  await refrain.ask('POST', `/v1/connections/${connection.id}/backfill`, {});
}
await refrain.settle();
const proposals = await untilThere(async () => {
  const { items } = await refrain.ask<{ items: Improvement[] }>('GET', '/v1/improvements?state=proposed');
  return items.length >= 4 ? items : null;
});

afterEach(() => {
  gate.guard = passAll;
});

async function untilThere<T>(find: () => Promise<T | null>): Promise<T> {
  for (const deadline = Date.now() + 50_000; ; ) {
    const found = await find();
    if (found !== null) return found;
    if (Date.now() > deadline) throw new Error('It did not come');
    await wait(100);
  }
}

/** A proposal that no other test uses. */
function takeProposal(): Improvement {
  const proposal = proposals.pop();
  if (proposal === undefined) throw new Error('The world gives too few proposals');
  return proposal;
}

const approve = ({ id }: Improvement, edit: { repository?: string; title?: string } = {}) =>
  refrain.ask<Improvement>('POST', `/v1/improvements/${id}/approve`, edit);

const untilImprovement = ({ id }: Improvement, is: (now: Improvement) => boolean) =>
  untilThere(async () => {
    const now = await refrain.ask<Improvement>('GET', `/v1/improvements/${id}`);
    return is(now) ? now : null;
  });

const isOpened = ({ state, problem }: Improvement) => state === 'opened' && problem === null;
const hasProblem = ({ problem }: Improvement) => problem !== null;

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
  readonly title: string;
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

let opened = takeProposal();

test('approved many times at once, and again later: one issue', async () => {
  await Promise.all(Array.from({ length: 6 }, () => approve(opened, { repository: home })));
  opened = await untilImprovement(opened, isOpened);
  await approve(opened);
  await refrain.settle();
  expect(countCreated(opened)).toBe(1);
  expect(opened.repository).toBe(home);
  expect((await askGitHub('GET', addressOf(opened))).body).toContain(marker(opened));
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
  expect(await approve(proposal, { title: 'Another title' })).toMatchObject({ state: 'approved', problem: null });
  gate.guard = passAll;
  const late = await untilImprovement(proposal, isOpened);
  expect(await askGitHub('GET', addressOf(late))).toMatchObject({ title: 'Another title' });
  expect(countCreated(proposal)).toBe(1);
});

test('approved for a repository that does not exist: the page says so, and approving for another one repairs it', async () => {
  const proposal = takeProposal();
  const nowhere = `${organisation}/nowhere`;
  await approve(proposal, { repository: nowhere });
  expect(await untilImprovement(proposal, hasProblem)).toMatchObject({ state: 'approved', repository: nowhere });

  const { page } = await openVisit(await startBrowser());
  await signInByLink(page, await refrain.createSignInUrl());
  await page.goto(`${refrain.url}/improvements/${proposal.id}`);
  await page.getByText('Approved, but the issue is not open yet').waitFor();
  await page.getByRole('alert').getByText(`GitHub does not find the repository ${nowhere}`).waitFor();
  expect(await listAccessibilityFaults(page)).toEqual([]);
  await takePicture(page, 'not-opened');
  await page.getByRole('button', { name: 'Review and approve …' }).click();
  const repository = page.getByRole('textbox', { name: 'Repository' });
  expect(await repository.inputValue()).toBe(nowhere);
  await repository.fill(home);
  await page.getByRole('button', { name: 'Approve and open the issue' }).click();
  await page
    .getByRole('link', { name: `${home}#` })
    .first()
    .waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);

  expect(await untilImprovement(proposal, isOpened)).toMatchObject({ repository: home, problem: null });
  expect(countCreated(proposal)).toBe(1);
});

test('label off and text rewritten by people: the same issue is renewed, and their words stay', async () => {
  await askGitHub('PATCH', addressOf(opened), { body: 'We know. Planned for May.', labels: [] });
  await approve(opened);
  await refrain.settle();
  const { body } = await askGitHub('GET', addressOf(opened));
  expect(body).toContain('We know. Planned for May.\n\n<!-- refrain:begin -->\n**');
  expect(body).toContain(marker(opened));
  expect(countCreated(opened)).toBe(1);
});

test('transferred to another repository: followed there, and renewed there', async () => {
  const former = addressOf(opened);
  const moved = await askGitHub('POST', `/repos/${elsewhere}/issues`, { title: opened.title, body: 'Moved here.' });
  gate.guard = async ({ method, path }, forward) => {
    if (path !== former) return forward();
    const location = `${gate.url}/repos/${elsewhere}/issues/${moved.number}`;
    return method === 'GET' ? { status: 301, headers: { location }, body: '' } : null;
  };
  await approve(opened);
  opened = await untilImprovement(opened, ({ repository }) => repository === elsewhere);
  expect(opened).toMatchObject({ state: 'opened', issueNumber: moved.number, problem: null });
  expect(opened.issueUrl).toContain(`/${elsewhere}/issues/${moved.number}`);
  expect((await askGitHub('GET', addressOf(opened))).body).toMatch(/Moved here\.\n\n<!-- refrain:begin -->/u);
  expect(countCreated(opened)).toBe(1);
});

test('deleted by people: no second one is opened, and it is said', async () => {
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
  accounts.expectDocumented();
});
