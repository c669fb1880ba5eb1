import type { Connection, Improvement, ProviderWrite } from '@refrain/domain';
import { findFreePort } from '@refrain/local';
import { generateOrganisation } from '@refrain/sample-org';
import { expect, test } from 'vitest';
import { startEmulatedAccounts, token } from './emulated-accounts.ts';
import { pollUntil } from './poll-until.ts';

import { startRefrain } from './start-refrain.ts';

const { world } = generateOrganisation(11, { services: 12, repositories: 14, changes: 900, failures: 300 });
const { organisation } = world.github;
const [name = ''] = world.github.repositories.map((repository) => repository.name);
const home = `${organisation}/${name}`;
const accounts = await startEmulatedAccounts(world);
const { act } = accounts.github;
const port = String(await findFreePort());
const refrain = await startRefrain({ PORT: port, REFRAIN_PUBLIC_URL: `http://127.0.0.1:${port}` });
const ids = await accounts.connect(refrain);
await pollUntil(
  () => refrain.ask<Connection>('GET', `/v1/connections/${ids.github}`),
  ({ webhook }) => webhook.state === 'active',
);
const policy = { fallbackRepository: home, minPeopleHours: 0, minEpisodes: 2, minConfidence: 0.5 };
await refrain.ask('PUT', '/v1/policy', { ...policy, dryRun: true });
await refrain.waitUntilIdle();
const proposals = await pollUntil(
  async () => (await refrain.ask<{ items: Improvement[] }>('GET', '/v1/improvements?state=proposed')).items,
  ({ length }) => length >= 6,
);

function proposalAt(index: number): Improvement {
  const proposal = proposals[index];
  if (proposal === undefined)
    throw new Error('The generated organisation has too few proposals. Generate more failures.');
  return proposal;
}

const get = ({ id }: Pick<Improvement, 'id'>) => refrain.ask<Improvement>('GET', `/v1/improvements/${id}`);

async function open(index: number): Promise<Improvement & { issueNumber: number }> {
  const proposal = proposalAt(index);
  await refrain.ask('POST', `/v1/improvements/${proposal.id}/approve`, { repository: home });
  const opened = await untilState(proposal, 'opened');
  return { ...opened, issueNumber: opened.issueNumber ?? 0 };
}

function untilState(improvement: Pick<Improvement, 'id'>, state: Improvement['state']): Promise<Improvement> {
  return pollUntil(
    () => get(improvement),
    (now) => now.state === state,
  );
}

interface PresentIssue {
  readonly state: string;
  readonly state_reason: string | null;
  readonly body: string;
  readonly labels: readonly { readonly name: string }[];
}

async function askGitHub<T = PresentIssue>(path: string): Promise<T> {
  const response = await fetch(`${accounts.github.url}/repos/${home}${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return (await response.json()) as T;
}

const commentsOf = async (number: number) =>
  (await askGitHub<{ body: string }[]>(`/issues/${number}/comments`)).map(({ body }) => body);

const comment = (number: number, body: string, association: 'MEMBER' | 'NONE' = 'MEMBER') =>
  act.issueCommented({ repository: name, number, body, association });

test('an improvement is previewed in a dry run and then follows its GitHub issue, and every write is audited', async () => {
  await previewsWritesInDryRun();
  await followsIssueToDeployedFix();
  await reopensDeclinedIssue();
  await undoesDecisions();
  await obeysCommandsOfMembers();
  await findsFixLinkedInSidebar();
  await reportsDeletedIssue();
  await auditsEveryWrite();
  accounts.expectDocumented();
});

async function previewsWritesInDryRun(): Promise<void> {
  const proposal = proposalAt(0);
  const edit = { repository: home, note: 'We talked about this one.', title: 'Ours to fix' };
  await refrain.ask('POST', `/v1/improvements/${proposal.id}/approve`, edit);
  const planned = () => refrain.ask<{ items: ProviderWrite[] }>('GET', '/v1/writes?state=planned');
  const { items } = await pollUntil(planned, (now) => now.items.some(({ action }) => action === 'open_issue'));
  expect(items.find(({ action }) => action === 'open_issue')).toMatchObject({
    target: home,
    isUndoable: false,
    completedAt: null,
    content: {
      title: edit.title,
      labels: ['refrain'],
      body: expect.stringMatching(/^### (?:Recommended fix|Investigation)$/mu),
    },
  });
  expect(items.filter(({ action }) => action === 'create_label')).toHaveLength(3);
  const written = accounts.github
    .requests()
    .filter(({ method, path, status }) => method !== 'GET' && path.includes('/repos/') && status < 300);
  expect(written).toEqual([]);
  await refrain.ask('PUT', '/v1/policy', policy);
}

async function followsIssueToDeployedFix(): Promise<void> {
  // This improvement was approved during the dry run. Its issue is opened when the dry run ends, even without a second approval.
  const improvement = await open(0);
  const { issueNumber: number } = improvement;
  expect((await askGitHub(`/issues/${number}`)).body).toContain('We talked about this one.');
  await act.issueEdited({ repository: name, number, assignees: ['someone'] });
  expect(await untilState(improvement, 'accepted')).toMatchObject({ reason: 'Its issue is assigned.' });
  const pull = await act.mergePull({ repository: name, title: 'Bound it', body: `Fixes #${number}` });
  await act.issueEdited({ repository: name, number, state: 'closed', stateReason: 'completed' });
  const fixed = await untilState(improvement, 'fixed');
  expect(fixed).toMatchObject({
    issueState: 'completed',
    fix: { url: expect.stringMatching(`/pull/${pull.number}$`) },
  });
  const { id: deploymentId } = await act.addDeployment({
    repository: name,
    environment: 'production',
    sha: pull.mergeCommitSha ?? '',
  });
  await act.addDeploymentStatus({ repository: name, deploymentId, state: 'success' });
  const deployed = await pollUntil(
    () => get(improvement),
    ({ fix }) => fix !== null && fix.deployedAt !== null,
  );
  expect(Date.parse(deployed.fix?.deployedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(fixed.fix?.mergedAt ?? ''));
  await act.issueEdited({ repository: name, number, state: 'open' });
  expect(await untilState(improvement, 'accepted')).toMatchObject({ issueState: 'open' });
}

async function reopensDeclinedIssue(): Promise<void> {
  const improvement = await open(1);
  const { issueNumber: number } = improvement;
  await act.issueEdited({ repository: name, number, state: 'closed', stateReason: 'not_planned' });
  await untilState(improvement, 'declined');
  await refrain.ask('POST', `/v1/improvements/${improvement.id}/approve`, {});
  expect(await untilState(improvement, 'opened')).toMatchObject({ issueNumber: number, issueState: 'open' });
  expect(await askGitHub(`/issues/${number}`)).toMatchObject({ state: 'open', state_reason: 'reopened' });
  expect((await commentsOf(number)).join()).toMatch(/now open again/u);
}

async function undoesDecisions(): Promise<void> {
  const improvement = await open(2);
  const { id, issueNumber: number } = improvement;
  const decide = (what: 'approve' | 'decline', body = {}) =>
    refrain.ask('POST', `/v1/improvements/${id}/${what}`, body);
  const undo = async () => {
    const { lastDecision } = await get(improvement);
    return refrain.ask('POST', `/v1/improvements/${id}/undo`, { decisionId: lastDecision?.id });
  };
  const untilIssue = async (state: Improvement['issueState']) => {
    await pollUntil(
      () => get(improvement),
      ({ issueState }) => issueState === state,
    );
    return askGitHub(`/issues/${number}`);
  };
  await undo();
  expect(await untilIssue('not_planned')).toMatchObject({ state: 'closed', state_reason: 'not_planned' });
  expect((await commentsOf(number)).join()).toContain('Refrain withdraws this issue: its approval was undone.');
  expect(await get(improvement)).toMatchObject({ state: 'proposed', approver: null });

  await decide('approve');
  await untilState(improvement, 'opened');
  await decide('decline', { reason: 'The vendor has mended it.' });
  expect(await untilIssue('not_planned')).toMatchObject({ state: 'closed', state_reason: 'not_planned' });

  await undo();
  expect(await untilState(improvement, 'opened')).toMatchObject({ issueNumber: number, issueState: 'open' });
  expect((await commentsOf(number)).at(-1)).toContain('The decision to decline it was undone.');
}

async function obeysCommandsOfMembers(): Promise<void> {
  const improvement = await open(3);
  const { issueNumber: number } = improvement;
  await comment(number, '/refrain not-systemic', 'NONE');
  await comment(number, '/refrain help');
  await pollUntil(
    () => commentsOf(number),
    (comments) =>
      comments.some((body) => body.includes('/refrain snooze 90d') && body.startsWith('<!-- refrain:reply-')),
  );
  expect((await get(improvement)).state).toBe('opened');
  await comment(number, '/refrain snooze 90d');
  await pollUntil(
    () => get(improvement),
    ({ snoozedUntil }) => snoozedUntil !== null,
  );
  await comment(number, '/refrain not-systemic');
  expect(await untilState(improvement, 'declined')).toMatchObject({
    reason: expect.stringMatching(/not systemic in /u),
  });
  await pollUntil(
    () => askGitHub(`/issues/${number}`),
    ({ state_reason: reason }) => reason === 'not_planned',
  );
  // Refrain polls the issue several times, but must respond to each command only once.
  expect((await commentsOf(number)).filter((body) => body.startsWith('<!-- refrain:'))).toHaveLength(2);
}

async function findsFixLinkedInSidebar(): Promise<void> {
  const improvement = await open(4);
  const { issueNumber: number } = improvement;
  const pull = await act.mergePull({ repository: name, title: 'Bound the queue' });
  act.issueLinked({ repository: name, number, pull: pull.number });
  await act.issueEdited({ repository: name, number, state: 'closed', stateReason: 'completed' });
  expect(await untilState(improvement, 'fixed')).toMatchObject({
    fix: { url: expect.stringMatching(`/pull/${pull.number}$`), mergedAt: expect.stringContaining('T') },
  });
}

async function reportsDeletedIssue(): Promise<void> {
  const improvement = await open(5);
  await act.issueDeleted({ repository: name, number: improvement.issueNumber });
  const now = await pollUntil(
    () => get(improvement),
    ({ problem }) => problem !== null,
  );
  expect(now).toMatchObject({ state: 'opened', problem: expect.stringMatching(/was deleted/u) });
}

async function auditsEveryWrite(): Promise<void> {
  const countSent = () =>
    [...accounts.github.requests(), ...accounts.pagerduty.requests()]
      .filter(
        ({ method, path }) =>
          method !== 'GET' && /\/(?:issues|labels|comments|hooks|webhook_subscriptions)(?:\/|$)/u.test(path),
      )
      .filter(({ path }) => !/\/pings?$/u.test(path))
      .filter(({ status }) => status < 300).length;
  const countDone = (writes: readonly ProviderWrite[]) => writes.filter(({ state }) => state === 'done').length;
  const { items } = await pollUntil(
    async () => ({
      items: (await refrain.ask<{ items: ProviderWrite[] }>('GET', '/v1/writes?limit=200')).items,
      sent: countSent(),
    }),
    ({ items: writes, sent }) => countDone(writes) === sent,
  );
  for (const { why, by } of items) expect([why, by]).not.toContain('');
  const reply = items.find(({ action, by }) => action === 'comment' && by.includes('#issuecomment-'));
  expect(reply).toMatchObject({ state: 'done', isUndoable: true });
  await refrain.ask('POST', `/v1/writes/${reply?.id}/undo`, {});
  await pollUntil(
    () => refrain.ask<ProviderWrite>('GET', `/v1/writes/${reply?.id}`),
    ({ state }) => state === 'undone',
  );
}
