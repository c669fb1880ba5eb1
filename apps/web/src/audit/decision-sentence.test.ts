import { expect, test } from 'vitest';
import { type SentencePart, toSentence } from './decision-sentence.ts';

const by = { via: 'session' as const, userId: 'u', name: 'Local admin', viaId: 's', tokenName: null };
const policy = { ...by, via: 'policy' as const, name: 'the policy' };
const decision = {
  id: '1',
  at: '2026-01-01T00:00:00.000Z',
  what: 'Do it',
  subject: {},
  state: 'done' as const,
  by,
  undone: null,
};
const pool = { kind: 'pattern' as const, id: 'p', name: 'Pool exhausted' };
const timeout = { kind: 'failure' as const, id: 'f', name: 'Checkout times out' };
const disk = { kind: 'pattern' as const, id: 'd', name: 'Disk full' };

const read = (parts: readonly SentencePart[]) =>
  parts.map((part) => (typeof part === 'string' ? part : `“${part.name}”`)).join('');

test.each([
  [
    { operation: 'addCorrectionSet', detail: { kind: 'pattern', patternId: 'p', right: true }, mentions: [pool] },
    'Local admin confirmed the pattern “Pool exhausted”.',
  ],
  [
    {
      operation: 'addCorrectionSet',
      detail: { kind: 'pattern', patternId: 'p', right: false, reason: 'Not systemic' },
      mentions: [pool],
    },
    'Local admin dismissed the pattern “Pool exhausted”.',
  ],
  [
    {
      operation: 'addCorrectionSet',
      detail: { corrections: 2, action: 'move', patternId: 'p', otherPatternId: 'd', episodes: 1 },
      mentions: [disk, pool],
    },
    'Local admin moved 1 episode from “Pool exhausted” to “Disk full”.',
  ],
  [
    { operation: 'removeCorrectionSet', detail: { action: 'split', patternId: 'p', episodes: 2 }, mentions: [pool] },
    'Local admin undid the split of “Pool exhausted”.',
  ],
  [
    {
      operation: 'addCorrectionSet',
      detail: { action: 'split', patternId: 'p', episodes: 2, failureId: 'f', name: 'Disk' },
      mentions: [pool, disk],
    },
    'Local admin split 2 episodes off “Pool exhausted” into “Disk full”.',
  ],
  [
    {
      operation: 'addCorrectionSet',
      detail: { action: 'split', patternId: 'p', episodes: 2, failureId: 'f', name: 'Disk' },
      mentions: [pool],
    },
    'Local admin split 2 episodes off “Pool exhausted” into “Disk”.',
  ],
  [
    {
      operation: 'addCorrectionSet',
      detail: { action: 'split', patternId: 'p', episodes: 2, failureId: 'f' },
      mentions: [pool, timeout],
    },
    'Local admin split 2 episodes off “Pool exhausted”.',
  ],
  [
    {
      operation: 'addCorrectionSet',
      detail: { action: 'split', patternId: 'p', episodes: 1, failureId: 'f' },
      mentions: [pool, timeout],
    },
    'Local admin split the episode “Checkout times out” off “Pool exhausted”.',
  ],
  [
    {
      operation: 'addCorrectionSet',
      detail: { action: 'split', patternId: 'p', episodes: 1, failureId: 'f' },
      mentions: [pool, timeout, disk],
    },
    'Local admin split the episode “Checkout times out” off “Pool exhausted”; it is now in “Disk full”.',
  ],
  [
    {
      operation: 'addCorrectionSet',
      detail: { kind: 'title_template', template: 'bump * * to *', repository: 'acme/api', areFailures: false },
      mentions: [],
    },
    'Local admin marked reverts like “Bump … to …” in acme/api as routine.',
  ],
  [
    {
      operation: 'addCorrectionSet',
      detail: { kind: 'cause', patternId: 'p', cause: 'capacity', trigger: 'traffic' },
      mentions: [pool],
    },
    'Local admin set the cause of “Pool exhausted” to capacity, triggered by traffic.',
  ],
  [
    {
      operation: 'addCorrection',
      detail: { kind: 'link', type: 'caused_by', failureId: 'f', targetId: 'c', right: false },
      mentions: [{ ...pool, kind: 'failure' as const }],
    },
    'Local admin ruled out a change as the cause of “Pool exhausted”.',
  ],
  [
    { operation: 'approveImprovement', by: policy, detail: {}, mentions: [{ ...pool, kind: 'improvement' as const }] },
    'The policy approved the fix for “Pool exhausted”.',
  ],
  [
    { operation: 'revokeToken', detail: { name: 'robot', owner: 'Ann' }, mentions: [] },
    'Local admin revoked the token “robot” of Ann.',
  ],
  [
    { operation: 'addUser', detail: { name: 'Ann', role: 'admin' }, mentions: [] },
    'Local admin invited Ann as an admin.',
  ],
  [
    { operation: 'changeUser', detail: { user: 'Ann', role: 'viewer → triager' }, mentions: [] },
    'Local admin changed the role of Ann.',
  ],
  [
    { operation: 'changeUser', detail: { user: 'Ann', isDisabled: 'false → true' }, mentions: [] },
    'Local admin deactivated Ann.',
  ],
  [
    { operation: 'createSignInLinkOf', detail: { user: 'Ann', link: 'invitation' }, mentions: [] },
    'Local admin created a new invitation link for Ann.',
  ],
  [{ operation: 'newOperation', detail: {}, mentions: [] }, 'Local admin made a change: Do it.'],
])('toSentence of %o reads %s', (given, text) => {
  expect(read(toSentence({ ...decision, ...given }))).toBe(text);
});

test.each([
  ['approve', 'approval'],
  ['decline', 'decline'],
  ['snooze', 'snooze'],
])('toSentence names the undone decision “%s”', (undone, noun) => {
  const mentions = [{ ...pool, kind: 'improvement' as const }];
  const given = { ...decision, operation: 'undoImprovementDecision', detail: { undone }, mentions };
  expect(read(toSentence(given))).toBe(`Local admin undid the ${noun} of the fix for “Pool exhausted”.`);
});
