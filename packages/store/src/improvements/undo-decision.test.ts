import { createDecider, policyDecider } from '@refrain/domain';
import { expect, test } from 'vitest';
import { createPatternForTest, createTestProposal, openStoreUnderTest } from '../testing/store-under-test.ts';

const { store } = await openStoreUnderTest();
const { improvements } = store;
const names = [
  'approved',
  'dated',
  'opened',
  'accepted',
  'declined',
  'with issue',
  'snoozed',
  'by policy',
  'declined twice',
  'decided since',
];
await store.patterns.writeClustering({
  episodes: [],
  lineage: [],
  inputVersion: 'v',
  patterns: names.map((id) => ({ pattern: createPatternForTest({ id }), members: [] })),
});
const ann = createDecider('session', 'Ann');
const bo = createDecider('session', 'Bo');
const propose = (patternId: string) => improvements.ensure(patternId, createTestProposal({ repository: 'acme/api' }));
/** Undoes the decision that the improvement shows. */
const undo = async (id: string, by: typeof ann) =>
  improvements.undoDecision(id, (await improvements.find(id))?.lastDecision?.id ?? '', by);
const issue = { repository: 'acme/api', number: 7, url: 'https://github.example/acme/api/issues/7' };

test('an undone approval becomes a proposal without an approver', async () => {
  const { id } = await propose('approved');
  const approved = await improvements.approve(id, {}, ann);
  expect(approved.lastDecision).toMatchObject({ kind: 'approve', by: { name: 'Ann' } });
  expect(await undo(id, bo)).toMatchObject({
    state: 'proposed',
    approver: null,
    approvedBy: null,
    lastDecision: { kind: 'undo', by: { name: 'Bo' } },
  });
  await expect(undo(id, bo)).rejects.toMatchObject({ code: 'conflict' });
});

test('an undo restores since when the improvement is in its state', async () => {
  const { id, stateSince } = await propose('dated');
  const approved = await improvements.approve(id, {}, ann);
  expect(Date.parse(approved.stateSince)).toBeGreaterThan(Date.parse(stateSince));
  expect(await undo(id, bo)).toMatchObject({ state: 'proposed', stateSince });
});

test('an undone approval with an open issue is listed until the issue is closed', async () => {
  const { id } = await propose('opened');
  await improvements.approve(id, {}, ann);
  await improvements.recordIssue(id, issue);
  expect(await undo(id, bo)).toMatchObject({
    state: 'proposed',
    issueNumber: 7,
    issueState: 'open',
  });
  const listed = async () => (await improvements.listPendingIssues()).some((one) => one.id === id);
  expect(await listed()).toBe(true);
  await improvements.transition(id, { issueState: 'not_planned' });
  expect(await listed()).toBe(false);
});

test('an approval cannot be undone after the team has accepted the issue', async () => {
  const { id } = await propose('accepted');
  await improvements.approve(id, {}, ann);
  await improvements.recordIssue(id, issue);
  const accepted = await improvements.transition(id, { state: 'accepted', reason: 'Its issue is assigned.' });
  expect(accepted.lastDecision).toBeNull();
  await expect(undo(id, bo)).rejects.toMatchObject({ code: 'conflict' });
});

test('an undone decline restores the proposal and its reason', async () => {
  const { id, reason } = await propose('declined');
  const by = { kind: 'decline', by: ann } as const;
  await improvements.transition(id, { state: 'declined', reason: 'Duplicate' }, undefined, by);
  expect(await undo(id, bo)).toMatchObject({ state: 'proposed', reason });
});

test('an improvement cannot be declined twice, because an undo would restore the first decline', async () => {
  const { id } = await propose('declined twice');
  const decline = (by: typeof ann) =>
    improvements.transition(id, { state: 'declined', reason: 'Duplicate' }, undefined, { kind: 'decline', by });
  await decline(ann);
  await expect(decline(bo)).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('already') });
  expect(await undo(id, ann)).toMatchObject({ state: 'proposed' });
});

test('an undone decline of an improvement with an issue is approved, which reopens the issue', async () => {
  const { id } = await propose('with issue');
  await improvements.approve(id, {}, ann);
  await improvements.recordIssue(id, issue);
  const by = { kind: 'decline', by: bo } as const;
  await improvements.transition(id, { state: 'declined', reason: 'Duplicate' }, undefined, by);
  expect(await undo(id, bo)).toMatchObject({ state: 'approved', approver: { name: 'Ann' } });
});

test('an undone snooze restores the earlier end of the snooze', async () => {
  const { id } = await propose('snoozed');
  const by = { kind: 'snooze', by: ann } as const;
  const [first, second] = ['2027-01-01T00:00:00.000Z', '2027-02-01T00:00:00.000Z'] as const;
  await improvements.transition(id, { snoozedUntil: first }, undefined, by);
  await improvements.transition(id, { snoozedUntil: second }, undefined, by);
  expect(await undo(id, bo)).toMatchObject({ snoozedUntil: first, state: 'proposed' });
});

test('the policy does not get a proposal again whose approval a person has undone', async () => {
  const { id } = await propose('by policy');
  const isOffered = async () => (await improvements.listForPolicy(100)).some((one) => one.id === id);
  expect(await isOffered()).toBe(true);
  await improvements.approve(id, {}, policyDecider);
  await undo(id, bo);
  expect(await isOffered()).toBe(false);
});

test('a decision cannot be undone after another person has decided', async () => {
  const { id } = await propose('decided since');
  const snooze = { kind: 'snooze', by: ann } as const;
  const snoozed = await improvements.transition(id, { snoozedUntil: '2027-01-01T00:00:00.000Z' }, undefined, snooze);
  await improvements.transition(id, { state: 'declined' }, undefined, { kind: 'decline', by: bo });
  await expect(improvements.undoDecision(id, snoozed.lastDecision?.id ?? '', ann)).rejects.toMatchObject({
    code: 'conflict',
    message: 'Bo declined this improvement in the meantime. Reload to see the current state.',
  });
  expect(await improvements.find(id)).toMatchObject({ state: 'declined' });
});
