import { createDecider, policyDecider } from '@refrain/domain';
import { expect, test } from 'vitest';
import {
  createPatternForTest,
  createTestEpisode,
  createTestProposal,
  openStoreUnderTest,
} from '../testing/store-under-test.ts';

const { store, open, query } = await openStoreUnderTest();
const clustering = (...ids: string[]) => ({
  episodes: [],
  lineage: [],
  inputVersion: 'v',
  patterns: ids.map((id) => ({ pattern: createPatternForTest({ id }), members: [] })),
});
// Each test uses its own patterns.
await store.patterns.writeClustering(
  clustering('a', 'e', 'f', 'g', 'h', 'both', 'unwanted', 'merged', 'survivor', 'k', 'l'),
);

test('a pattern has a single improvement, from the proposal to the issue', async () => {
  const pool = createTestProposal({ repository: null, title: 'Bound the pool' });
  const [first, same] = await Promise.all([store, open()].map((one) => one.improvements.ensure('a', pool)));
  expect(same?.id).toBe(first?.id);
  const id = first?.id ?? '';
  expect(first).toMatchObject({
    patternId: 'a',
    state: 'proposed',
    repository: null,
    issueNumber: null,
    issueUrl: null,
  });

  expect(
    await store.improvements.ensure('a', createTestProposal({ repository: 'acme/api', title: 'Bound it' })),
  ).toMatchObject({
    repository: 'acme/api',
  });
  const issue = (number: number, repository = 'acme/api') => ({
    repository,
    number,
    url: `https://x.example/${number}`,
  });
  await expect(store.improvements.recordIssue(id, issue(1))).rejects.toMatchObject({ code: 'conflict' });
  expect(
    await store.improvements.approve(id, { title: 'Give the pool a bound' }, createDecider('session', 'a person')),
  ).toMatchObject({
    state: 'approved',
    repository: 'acme/api',
    title: 'Give the pool a bound',
  });
  const approved = await store.improvements.approve(id, {}, createDecider('session', 'a person'));
  expect(approved.title).toBe('Give the pool a bound');
  expect(await store.improvements.ensure('a', pool)).toEqual(approved);
  expect((await store.improvements.listPendingIssues()).filter((one) => one.id === id)).toEqual([approved]);

  const opened = await store.improvements.recordIssue(id, issue(7));
  expect(opened).toMatchObject({ state: 'opened', issueNumber: 7 });
  expect(await store.improvements.recordIssue(id, issue(7))).toEqual(opened);
  expect(
    await store.improvements.approve(
      id,
      { repository: 'acme/web', title: 'too late' },
      createDecider('session', 'a person'),
    ),
  ).toEqual(opened);
  expect(await store.improvements.findByPattern('a')).toEqual(opened);
  await expect(store.improvements.approve('unknown', {}, createDecider('session', 'a person'))).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('an issue that was moved is recorded in its new repository', async () => {
  const { id } = await store.improvements.ensure('e', createTestProposal({ repository: 'acme/api', title: 'Move' }));
  await store.improvements.approve(id, {}, createDecider('session', 'a person'));
  await store.improvements.recordIssue(id, { repository: 'acme/api', number: 4, url: 'https://x.example/api/4' });
  const moved = { repository: 'acme/platform', number: 9, url: 'https://x.example/platform/9' };
  expect(await store.improvements.recordIssue(id, moved)).toMatchObject({
    id,
    state: 'opened',
    repository: 'acme/platform',
    issueNumber: 9,
    issueUrl: 'https://x.example/platform/9',
  });
});

test('a second approval clears the problem that an approval for a wrong repository caused', async () => {
  const { id } = await store.improvements.ensure('f', createTestProposal({ repository: 'acme/gone', title: 'Repair' }));
  await store.improvements.approve(id, {}, createDecider('session', 'a person'));
  expect(await store.improvements.recordProblem(id, 'No such repository', false)).toMatchObject({
    state: 'approved',
    problem: 'No such repository',
  });
  const again = await store.improvements.approve(
    id,
    { repository: 'acme/api', title: 'Repaired' },
    createDecider('session', 'a person'),
  );
  expect(again).toMatchObject({ state: 'approved', repository: 'acme/api', title: 'Repaired', problem: null });
  await store.improvements.recordProblem(id, 'GitHub is down', false);
  const issue = { repository: 'acme/api', number: 5, url: 'https://x.example/5' };
  expect(await store.improvements.recordIssue(id, issue)).toMatchObject({ state: 'opened', problem: null });
});

test('the repository cannot change while an unrecorded issue may exist', async () => {
  const { id } = await store.improvements.ensure('g', createTestProposal({ repository: 'acme/api', title: 'Once' }));
  await store.improvements.approve(id, {}, createDecider('session', 'a person'));
  await expect(store.improvements.startOpening(id, 'acme/web')).rejects.toMatchObject({ code: 'unavailable' });
  await store.improvements.startOpening(id, 'acme/api');
  const elsewhere = () =>
    store.improvements.approve(id, { repository: 'acme/web' }, createDecider('session', 'a person'));
  await store.improvements.recordProblem(id, 'No answer', false);
  await expect(elsewhere()).rejects.toMatchObject({ code: 'conflict' });
  expect(
    await store.improvements.approve(id, { repository: 'acme/api' }, createDecider('session', 'a person')),
  ).toMatchObject({ problem: null });
  await store.improvements.recordProblem(id, 'Refused', true);
  expect(await elsewhere()).toMatchObject({ repository: 'acme/web' });
});

test('improvements are listed by state, page by page', async () => {
  const { store } = await openStoreUnderTest();
  await store.patterns.writeClustering(clustering('a', 'b', 'c', 'd'));
  const { id: approvedId } = await store.improvements.ensure('a', createTestProposal());
  await store.improvements.approve(approvedId, {}, createDecider('session', 'a person'));
  for (const id of ['b', 'c', 'd'])
    await store.improvements.ensure(id, createTestProposal({ repository: null, title: id }));
  const first = await store.improvements.list({ state: 'proposed', limit: 2 });
  const rest = await store.improvements.list({ state: 'proposed', limit: 2, after: first.next ?? '' });
  expect([first.total, rest.total, rest.next]).toEqual([3, 3, null]);
  expect([...first.items, ...rest.items].map(({ patternId }) => patternId).sort()).toEqual(['b', 'c', 'd']);
  expect((await store.improvements.list({ limit: 10 })).total).toBe(4);
  const [ofD] = (await store.improvements.list({ patternId: 'd', limit: 1 })).items;
  expect(ofD?.patternName).toBe((await store.patterns.find('d'))?.name);
});

test('improvements are sorted by the impact in a period, and filtered by service and pattern', async () => {
  const { store } = await openStoreUnderTest();
  await store.patterns.writeClustering({
    ...clustering(),
    patterns: [
      { pattern: createPatternForTest({ id: 'a', services: ['cart'] }), members: [] },
      { pattern: createPatternForTest({ id: 'b', services: ['cart', 'search'] }), members: [] },
      { pattern: createPatternForTest({ id: 'c', services: ['search'] }), members: [] },
    ],
  });
  for (const id of ['a', 'b', 'c']) await store.improvements.ensure(id, createTestProposal({ title: id }));
  const observe = (id: string, patternId: string, startedAt: string, hours: number) =>
    createTestEpisode({ id, patternId, startedAt, hours });
  await store.reports.writeObservations({
    episodes: [
      observe('e1', 'a', '2026-01-02T00:00:00.000Z', 1),
      observe('e2', 'b', '2026-01-03T00:00:00.000Z', 5),
      observe('e3', 'a', '2025-01-02T00:00:00.000Z', 90),
    ],
    changes: [],
  });
  const period = { from: '2026-01-01T00:00:00.000Z', until: '2026-02-01T00:00:00.000Z' };
  const { items } = await store.improvements.list({ sort: 'impactHours', period, limit: 10 });
  expect(items.map(({ patternId, episodes, impactHours }) => [patternId, episodes, impactHours])).toEqual([
    ['b', 1, 5],
    ['a', 1, 1],
    ['c', 0, null],
  ]);
  const first = await store.improvements.list({ sort: 'impactHours', period, limit: 1, service: 'search' });
  const rest = await store.improvements.list({
    ...{ sort: 'impactHours', period, limit: 1, service: 'search' },
    after: first.next ?? '',
  });
  expect([...first.items, ...rest.items].map(({ patternId }) => patternId)).toEqual(['b', 'c']);
  const chosen = await store.improvements.list({ patternIds: ['a'], limit: 10 });
  expect(chosen.items.map(({ patternId }) => patternId)).toEqual(['a']);
});

test('a proposal is omitted while its pattern is retired, but a decided improvement stays', async () => {
  const { store } = await openStoreUnderTest();
  await store.patterns.writeClustering(clustering('a', 'b', 'c'));
  const { id } = await store.improvements.ensure('a', createTestProposal());
  await store.improvements.approve(id, {}, createDecider('session', 'a person'));
  await store.improvements.ensure('b', createTestProposal());
  const read = async () => {
    const { proposed, approved } = await store.improvements.countByState();
    return [proposed, approved, (await store.improvements.list({ limit: 10 })).total];
  };
  expect(await read()).toEqual([1, 1, 2]);
  await store.patterns.writeClustering(clustering('c'));
  expect(await read()).toEqual([0, 1, 1]);
  await store.patterns.writeClustering(clustering('a', 'b', 'c'));
  expect(await read()).toEqual([1, 1, 2]);
});

test('an improvement can go from opened to fixed and back, and an invalid transition is refused', async () => {
  const longAgo = '2000-01-01T00:00:00.000Z';
  const before = await store.improvements.countOpened(longAgo);
  const { id } = await store.improvements.ensure('h', createTestProposal());
  await expect(store.improvements.transition(id, { state: 'verified' })).rejects.toMatchObject({ code: 'conflict' });
  await store.improvements.approve(id, { note: 'Before the sale', guardrailId: 'load-test' }, policyDecider);
  expect(await store.improvements.countOpened(longAgo)).toMatchObject({ byPolicySince: before.byPolicySince + 1 });
  const opened = await store.improvements.recordIssue(id, {
    repository: 'acme/h',
    number: 1,
    url: 'https://x.example/h',
  });
  expect(opened).toMatchObject({ approvedBy: 'the policy', issueState: 'open', note: 'Before the sale' });
  const { open: counted, byPolicySince } = await store.improvements.countOpened('2100-01-01T00:00:00.000Z');
  expect([counted.get('acme/h'), byPolicySince]).toEqual([1, 0]);
  const fix = { url: 'https://x.example/pull/9', mergedAt: '2026-03-01T00:00:00.000Z', deployedAt: null };
  const fixed = await store.improvements.transition(id, {
    state: 'fixed',
    issueState: 'completed',
    reason: 'Closed',
    fix,
  });
  expect(fixed).toMatchObject({ state: 'fixed', fix, reason: 'Closed' });
  expect(await store.improvements.transition(id, { fix })).toEqual(fixed);
  expect(await store.improvements.ensure('h', createTestProposal({ title: 'too late' }))).toEqual(fixed);
  expect(await store.improvements.findByIssue('acme/h', 1)).toEqual(fixed);
  await store.improvements.transition(id, { state: 'recurred', issueState: 'open' });
  const declined = await store.improvements.transition(id, { state: 'declined', issueState: 'not_planned' });
  expect(await store.improvements.transition(id, { state: 'proposed', reason: 'Its rate doubled' })).toMatchObject({
    state: 'proposed',
    issueNumber: declined.issueNumber,
  });
  await store.improvements.withdraw('h');
  expect(await store.improvements.find(id)).toMatchObject({ state: 'proposed' });
});

test('a person who approves after the policy becomes the approver, but the policy does not replace a person', async () => {
  const { id } = await store.improvements.ensure('both', createTestProposal());
  const [person, personAgain] = [createDecider('session', 'a person'), createDecider('session', 'a person')];
  await store.improvements.approve(id, {}, policyDecider);
  const approved = await store.improvements.approve(id, {}, person);
  expect(approved).toMatchObject({ approver: person, approvedBy: 'a person' });
  expect(await store.improvements.approve(id, {}, policyDecider)).toEqual(approved);
  expect(await store.improvements.approve(id, {}, personAgain)).toEqual(approved);
});

test('withdrawing a proposal deletes the improvement', async () => {
  const { id } = await store.improvements.ensure('unwanted', createTestProposal());
  await store.improvements.withdraw('unwanted');
  expect(await store.improvements.find(id)).toBeNull();
});

test('an improvement with an issue can move to another pattern, and its former pattern may get a new proposal', async () => {
  const { id } = await store.improvements.ensure('merged', createTestProposal());
  await store.improvements.approve(id, {}, createDecider('session', 'a person'));
  await store.improvements.recordIssue(id, { repository: 'acme/i', number: 2, url: 'https://x.example/i' });
  await store.improvements.ensure('survivor', createTestProposal());
  expect(await store.improvements.moveToPattern(id, 'survivor')).toMatchObject({
    id,
    patternId: 'survivor',
    issueNumber: 2,
  });
  expect(await store.improvements.findByPattern('survivor')).toMatchObject({ id });
  expect((await store.improvements.ensure('merged', createTestProposal())).id).not.toBe(id);
});

test('the lock of an improvement admits one holder, even if more callers wait than the pool has connections, and is released after an error', async () => {
  const [one, two] = [open({ poolSize: 1 }), open({ poolSize: 1 })];
  let inside = 0;
  let most = 0;
  const work = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await one.ping();
    await two.ping();
    inside -= 1;
  };
  await expect(one.improvements.withLock('x', () => Promise.reject(new Error('work failed')))).rejects.toThrow(
    'work failed',
  );
  await Promise.all(Array.from({ length: 8 }, (_, index) => (index % 2 ? one : two).improvements.withLock('x', work)));
  expect(most).toBe(1);
  expect(
    await one.improvements.withLock('x', () => two.improvements.withLock('y', async () => 'different locks')),
  ).toBe('different locks');
});

test('assertLockHeld rejects with `unavailable` if the connection of the lock was lost', async () => {
  const lose = `select pg_terminate_backend(pid) from pg_stat_activity
    where state = 'idle in transaction' and datname = current_database() and pid <> pg_backend_pid()`;
  const held = store.improvements.withLock('lost', async (assertLockHeld) => {
    await assertLockHeld();
    await query(lose);
    await assertLockHeld();
  });
  await expect(held).rejects.toMatchObject({ code: 'unavailable' });
});

test('an issue is recorded even if the improvement was declined at the same time, and an improvement whose issue may exist is not withdrawn', async () => {
  const by = createDecider('session', 'a person');
  const { id } = await store.improvements.ensure('k', createTestProposal({ repository: 'acme/api' }));
  await store.improvements.approve(id, {}, by);
  await store.improvements.startOpening(id, 'acme/api');
  const declined = await store.improvements.transition(id, { state: 'declined', reason: 'No' });
  expect(await store.improvements.listPendingIssues()).toContainEqual(declined);
  const issue = { repository: 'acme/api', number: 41, url: 'https://x.example/41' };
  expect(await store.improvements.recordIssue(id, issue)).toMatchObject({
    state: 'declined',
    issueNumber: 41,
    issueState: 'open',
  });
  const pending = async () => (await store.improvements.listPendingIssues()).map((one) => one.id);
  expect(await pending()).toContain(id);
  await store.improvements.transition(id, { issueState: 'not_planned' });
  expect(await pending()).not.toContain(id);
  const { id: other } = await store.improvements.ensure('l', createTestProposal({ repository: 'acme/api' }));
  await store.improvements.approve(other, {}, by);
  await store.improvements.startOpening(other, 'acme/api');
  await store.improvements.transition(other, { state: 'proposed' });
  await store.improvements.ensure('l', createTestProposal({ repository: 'acme/web' }));
  await store.improvements.withdraw('l');
  expect(await store.improvements.find(other)).toMatchObject({ repository: 'acme/api' });
  expect(await store.improvements.isOpening(other)).toBe(true);
  await store.improvements.cancelOpening(other);
  await store.improvements.withdraw('l');
  expect(await store.improvements.find(other)).toBeNull();
});
