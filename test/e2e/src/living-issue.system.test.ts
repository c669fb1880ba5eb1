import type { Improvement } from '@refrain/domain';
import { generateOrganisation } from '@refrain/sample-org';
import { afterAll, afterEach, expect, test } from 'vitest';
import { startEmulatedAccounts, token } from './emulated-accounts.ts';
import { pollUntil } from './poll-until.ts';
import {
  listAccessibilityViolations,
  openWatchedPage,
  saveScreenshot,
  signInByLink,
  startBrowser,
} from './start-browser.ts';
import { startRefrain } from './start-refrain.ts';
import { forwardEveryRequest, type ProxyGuard, startReverseProxy } from './start-reverse-proxy.ts';

const { world } = generateOrganisation(11, { services: 12, repositories: 14, changes: 700, failures: 180 });
const { organisation } = world.github;
const [home = '', elsewhere = ''] = world.github.repositories.map(({ name }) => `${organisation}/${name}`);

const accounts = await startEmulatedAccounts(world);
const gate = await startReverseProxy(accounts.github.url);
const refrain = await startRefrain();
await refrain.ask('PUT', '/v1/policy', { minConfidence: 0.5 });
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
await refrain.waitUntilIdle();
const proposals = await pollUntil(
  async () => (await refrain.ask<{ items: Improvement[] }>('GET', '/v1/improvements?state=proposed')).items,
  ({ length }) => length >= 4,
);

afterEach(() => {
  gate.guard = forwardEveryRequest;
});
afterAll(accounts.expectDocumented);

/** Returns the proposal at this index. Each test uses a different index. */
function proposalAt(index: number): Improvement {
  const proposal = proposals[index];
  if (proposal === undefined)
    throw new Error('The generated organisation has too few proposals. Generate more failures.');
  return proposal;
}

const approve = ({ id }: Improvement, edit: { repository?: string; title?: string } = {}) =>
  refrain.ask<Improvement>('POST', `/v1/improvements/${id}/approve`, edit);

const untilImprovement = ({ id }: Improvement, is: (now: Improvement) => boolean) =>
  pollUntil(() => refrain.ask<Improvement>('GET', `/v1/improvements/${id}`), is);

const isOpened = ({ state, problem }: Improvement) => state === 'opened' && problem === null;
const hasProblem = ({ problem }: Improvement) => problem !== null;

const marker = ({ patternId }: Improvement) => `<!-- refrain:pattern-${patternId} -->`;

/** Counts the issues that GitHub created for an improvement, including deleted ones. */
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

/** Returns a proxy guard that answers every request for issues with the given status instead of forwarding it. */
const failing = (status: number): ProxyGuard => {
  return async ({ path }, forward) =>
    /\/issues(?:\/\d+)?$/u.test(path)
      ? { status, headers: { 'content-type': 'application/json' }, body: '{}' }
      : forward();
};

test('a pattern keeps one issue through repeated approvals, edits by people, a transfer and a deletion', async () => {
  const opened = await openOnce(proposalAt(0));
  await keepsPeoplesText(opened);
  const transferred = await followsTransfer(opened);
  await reportsDeletion(transferred);

  async function openOnce(proposal: Improvement): Promise<Improvement> {
    await Promise.all(Array.from({ length: 6 }, () => approve(proposal, { repository: home })));
    const improvement = await untilImprovement(proposal, isOpened);
    await approve(improvement);
    await refrain.waitUntilIdle();
    expect(countCreated(improvement)).toBe(1);
    expect(improvement.repository).toBe(home);
    expect((await askGitHub('GET', addressOf(improvement))).body).toContain(marker(improvement));
    return improvement;
  }

  async function keepsPeoplesText(improvement: Improvement): Promise<void> {
    await askGitHub('PATCH', addressOf(improvement), { body: 'We know. Planned for May.', labels: [] });
    await approve(improvement);
    await refrain.waitUntilIdle();
    const { body } = await askGitHub('GET', addressOf(improvement));
    expect(body).toContain('We know. Planned for May.\n\n<!-- refrain:begin -->\n**');
    expect(body).toContain(marker(improvement));
    expect(countCreated(improvement)).toBe(1);
  }

  async function followsTransfer(improvement: Improvement): Promise<Improvement> {
    const former = addressOf(improvement);
    const { title } = improvement;
    const target = await askGitHub('POST', `/repos/${elsewhere}/issues`, { title, body: 'Moved here.' });
    gate.guard = async ({ method, path }, forward) => {
      if (path !== former) return forward();
      const location = `${gate.url}/repos/${elsewhere}/issues/${target.number}`;
      return method === 'GET' ? { status: 301, headers: { location }, body: '' } : null;
    };
    await approve(improvement);
    const moved = await untilImprovement(improvement, ({ repository }) => repository === elsewhere);
    expect(moved).toMatchObject({ state: 'opened', issueNumber: target.number, problem: null });
    expect(moved.issueUrl).toContain(`/${elsewhere}/issues/${target.number}`);
    expect((await askGitHub('GET', addressOf(moved))).body).toMatch(/Moved here\.\n\n<!-- refrain:begin -->/u);
    expect(countCreated(moved)).toBe(1);
    return moved;
  }

  async function reportsDeletion(improvement: Improvement): Promise<void> {
    gate.guard = failing(410);
    await approve(improvement);
    expect(await untilImprovement(improvement, hasProblem)).toMatchObject({
      state: 'opened',
      issueNumber: improvement.issueNumber,
      problem: expect.stringMatching(/was deleted, or the credential cannot read it/u),
    });
    expect(countCreated(improvement)).toBe(1);
  }
});

test("an issue is found again if the worker was killed before GitHub's response to its creation arrived", async () => {
  const proposal = proposalAt(1);
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
  gate.guard = forwardEveryRequest;
  await expect(approve(proposal, { repository: elsewhere })).rejects.toThrow(/may just have been opened/u);
  await refrain.start('improvement-worker');
  expect(await untilImprovement(proposal, isOpened)).toMatchObject({ repository: home });
  expect(countCreated(proposal)).toBe(1);
});

test('if GitHub cannot tell whether an issue exists, Refrain reports this and opens the issue later', async () => {
  const proposal = proposalAt(2);
  gate.guard = failing(503);
  await approve(proposal, { repository: home });
  const stuck = await untilImprovement(proposal, hasProblem);
  expect(stuck).toMatchObject({ state: 'approved', problem: expect.stringMatching(/GitHub failed .*503/u) });
  expect(countCreated(proposal)).toBe(0);
  expect(await approve(proposal, { title: 'Another title' })).toMatchObject({ state: 'approved', problem: null });
  gate.guard = forwardEveryRequest;
  const late = await untilImprovement(proposal, isOpened);
  expect(await askGitHub('GET', addressOf(late))).toMatchObject({ title: 'Another title' });
  expect(countCreated(proposal)).toBe(1);
});

test('Refrain reports that the repository of an approved improvement is missing, and opens the issue after approval for another repository', async () => {
  const proposal = proposalAt(3);
  const nowhere = `${organisation}/nowhere`;
  await approve(proposal, { repository: nowhere });
  expect(await untilImprovement(proposal, hasProblem)).toMatchObject({ state: 'approved', repository: nowhere });

  const { page } = await openWatchedPage(await startBrowser());
  await signInByLink(page, await refrain.createSignInUrl());
  await page.goto(`${refrain.url}/improvements/${proposal.id}`);
  await page.getByText('Approved, but the issue is not open yet').waitFor();
  await page.getByRole('alert').getByText(`GitHub cannot find the repository ${nowhere}`).waitFor();
  expect(await listAccessibilityViolations(page)).toEqual([]);
  await saveScreenshot(page, 'not-opened');
  await page.getByRole('button', { name: /^Review and /u }).click();
  const repository = page.getByRole('textbox', { name: 'Repository' });
  expect(await repository.inputValue()).toBe(nowhere);
  await repository.fill(home);
  await page.getByRole('button', { name: /^(?:Approve and open the issue|Open the investigation)$/u }).click();
  await page
    .getByRole('link', { name: `${home}#` })
    .first()
    .waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);

  expect(await untilImprovement(proposal, isOpened)).toMatchObject({ repository: home, problem: null });
  expect(countCreated(proposal)).toBe(1);
});
