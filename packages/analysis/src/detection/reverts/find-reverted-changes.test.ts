import type { Change } from '@refrain/domain';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { toCommitRecords } from './commit-records.ts';
import { findRevertedChanges } from './find-reverted-changes.ts';

const shaOf = (digit: string) => digit.repeat(40);

function commit(digit: string, day: number, change: Partial<Change> = {}): Change {
  const sha = shaOf(digit);
  const occurredAt = `2026-03-${String(day).padStart(2, '0')}T10:00:00.000Z`;
  return {
    id: `commit-${digit}`,
    connectionId: 'c1',
    kind: 'commit',
    externalId: `acme/api@${sha}`,
    repository: 'acme/api',
    environment: null,
    title: `Commit ${digit}`,
    text: '',
    sha,
    parents: [],
    number: null,
    branch: null,
    base: null,
    paths: [],
    occurredAt,
    succeeded: null,
    url: `https://git.example/${sha}`,
    version: occurredAt,
    ...change,
  };
}

const original = commit('a', 1, { title: 'Raise the pool size (#12)', number: 12, paths: ['src/pool.ts'] });
const pull = commit('a', 1, {
  id: 'pull-12',
  kind: 'merged_pull_request',
  externalId: 'acme/api#12',
  title: 'Raise the pool size',
  text: 'Checkout waits for connections at noon.',
  number: 12,
  branch: 'raise-pool',
  url: 'https://git.example/pull/12',
});
const revert = commit('b', 3, {
  title: 'Revert "Raise the pool size (#12)" (#13)',
  text: `Postgres ran out of connections, checkout was down.\n\nThis reverts commit ${shaOf('a')}.`,
  number: 13,
  paths: ['src/pool.ts', 'config/pool.yml'],
});

function find(changes: readonly Change[]) {
  return findRevertedChanges(changes);
}

test('findRevertedChanges does not repeat a paragraph that differs only in a redacted name', () => {
  const words = (who: string) => ({ text: `As discussed with ${who}.` });
  const redact = (text: string) => text.replaceAll('Mira Vale', 'someone');
  const changes = [
    { ...original, ...words('Mira Vale') },
    { ...pull, ...words('someone') },
    { ...revert, text: '' },
  ];
  expect(findRevertedChanges(changes, redact)).toMatchObject([
    { text: 'Revert "Raise the pool size (#12)" (#13)\n\nAs discussed with someone.\n\nRaise the pool size (#12)' },
  ]);
});

test('findRevertedChanges gives a revert the title of the reverted change and includes its reason', () => {
  const [failure, ...more] = find([original, pull, revert]);
  expect(more).toEqual([]);
  expect(failure).toMatchObject({
    kind: 'reverted_change',
    externalId: `acme/api@${shaOf('b')}`,
    title: 'Raise the pool size',
    repository: 'acme/api',
    paths: ['config/pool.yml', 'src/pool.ts'],
    sha: shaOf('a'),
    occurredAt: revert.occurredAt,
    isFailure: true,
  });
  expect(failure?.text).toContain('ran out of connections');
  expect(failure?.text).toContain('waits for connections at noon');
});

test('findRevertedChanges does not depend on the order of the changes', () => {
  expect(find([revert, pull, original])).toEqual(find([original, pull, revert]));
});

test('findRevertedChanges gives a revert its own title if the reverted change is not stored', () => {
  const [failure] = find([revert]);
  expect(failure).toMatchObject({ title: revert.title, url: revert.url, sha: shaOf('a') });
});

test('findRevertedChanges includes each paragraph of a change once', () => {
  const twin = commit('b', 3, { ...revert, id: 'pull-13', kind: 'merged_pull_request', externalId: 'acme/api#13' });
  const [failure] = find([original, revert, twin]);
  expect(failure?.text.match(/ran out of connections/gu)).toHaveLength(1);
});

test('toCommitRecords converts a pull request only if its commit is not stored', () => {
  expect(toCommitRecords([original, pull])).toEqual([
    expect.objectContaining({ sha: shaOf('a'), pr: 12, branch: 'raise-pool', subject: original.title }),
  ]);
  expect(toCommitRecords([pull])).toEqual([
    expect.objectContaining({ sha: shaOf('a'), pr: 12, branch: 'raise-pool', subject: pull.title }),
  ]);
});

test('findRevertedChanges ignores a pull request into a non-default branch unless its commit landed on the default branch', () => {
  const side: Change = {
    ...commit('b', 3, { title: 'Revert "Raise the pool size"', number: 13 }),
    id: 'pull-13',
    kind: 'merged_pull_request',
    externalId: 'acme/api#13',
    branch: 'revert-12-raise-pool',
  };
  const into = (base: string | null) => [original, pull, { ...side, base }];
  expect(find(into('pool-v2'))).toEqual([]);
  expect(find(into(null))).toHaveLength(1);
  expect(find([...into('develop'), commit('b', 3, { title: 'Calm the pool' })])).toMatchObject([{ sha: shaOf('a') }]);
});

describe('findRevertedChanges, given a pull request that is reverted commit by commit', () => {
  const createChange = (title: string, digit: string) => ({
    title: `Revert "${title}"`,
    text: `This reverts commit ${shaOf(digit)}.`,
  });
  const pullOf = (digit: string, number: number): Change => ({
    ...commit(digit, number, { number, title: `Pull request ${number}` }),
    id: `pull-${number}`,
    kind: 'merged_pull_request',
    externalId: `acme/api#${number}`,
  });
  const parents = (...digits: string[]) => ({ parents: digits.map(shaOf) });
  const rebased = [
    commit('1', 4),
    commit('2', 5, parents('1')),
    commit('3', 5, parents('2')),
    pullOf('3', 5),
    commit('4', 6, { ...createChange('Commit 3', '3'), ...parents('3') }),
    commit('5', 6, { ...createChange('Commit 2', '2'), ...parents('4') }),
    pullOf('5', 6),
  ];
  const merged = [
    commit('1', 4),
    commit('2', 4, parents('1')),
    commit('3', 4, parents('2')),
    commit('a', 5, { ...parents('1', '3'), number: 5, title: 'Merge pull request #5 from author/pool' }),
    pullOf('a', 5),
    commit('4', 5, { ...createChange('Commit 3', '3'), ...parents('a') }),
    commit('5', 5, { ...createChange('Commit 2', '2'), ...parents('4') }),
    commit('b', 6, { ...parents('a', '5'), number: 6, title: 'Merge pull request #6 from author/calm' }),
    pullOf('b', 6),
  ];

  it.each([
    ['rebased', rebased],
    ['merged', merged],
  ])('findRevertedChanges returns one failure if the pull request is %s', (_, changes) => {
    const whole = [
      expect.objectContaining({
        externalId: `acme/api@${shaOf('5')}`,
        title: 'Pull request 5',
        text: expect.stringContaining(`This reverts commit ${shaOf('3')}`),
        sha: shaOf('3'),
      }),
    ];
    expect(find(changes)).toEqual(whole);
    fc.assert(
      fc.property(fc.shuffledSubarray(changes, { minLength: changes.length }), (shuffled) => {
        expect(find(shuffled)).toEqual(whole);
      }),
    );
  });

  it('findRevertedChanges returns two failures if the reverting commits, or the reverted ones, were made hours apart', () => {
    const later = rebased.map((one) =>
      one.sha === shaOf('5') ? { ...one, occurredAt: '2026-03-07T10:00:00.000Z' } : one,
    );
    expect(find(later)).toHaveLength(2);
    const two = rebased.map((one) =>
      one.sha === shaOf('2') ? { ...one, occurredAt: '2026-03-04T20:00:00.000Z' } : one,
    );
    expect(find(two)).toHaveLength(2);
  });
});

test('findRevertedChanges ignores deployments', () => {
  const deployment = commit('b', 4, { ...revert, id: 'd1', kind: 'deployment', externalId: 'acme/api#deployment/1' });
  expect(toCommitRecords([deployment])).toEqual([]);
  expect(find([original, revert, deployment])).toHaveLength(1);
});

test('findRevertedChanges recognises a squashed revert by the title or description of its pull request', () => {
  const squash = commit('b', 3, { title: 'Calm the pool (#13)', number: 13, text: '' });
  const reverting: Change = {
    ...squash,
    id: 'pull-13',
    kind: 'merged_pull_request',
    externalId: 'acme/api#13',
    branch: 'calm',
    text: '',
  };
  const found = (words: Partial<Change>) => findRevertedChanges([original, pull, squash, { ...reverting, ...words }]);
  expect(found({ title: 'Calm the pool', text: 'Reverts acme/api#12' })).toMatchObject([{ sha: shaOf('a') }]);
  expect(found({ title: 'Calm', text: 'It was too much.\n\nReverts acme/api#12\n' })).toMatchObject([
    { sha: shaOf('a') },
  ]);
  const list = { ...squash, text: '* Lower the pool\n\n* Fix lint' };
  const described = { ...reverting, title: 'Calm the pool', text: 'It broke checkout.\n\nReverts acme/api#12' };
  expect(findRevertedChanges([original, pull, list, described])).toMatchObject([{ sha: shaOf('a') }]);
  expect(found({ title: 'Revert "Raise the pool size"' })).toMatchObject([{ sha: shaOf('a') }]);
  expect(found({ title: 'Calm the pool', text: 'Half of what #12 raised.' })).toEqual([]);
});

test('findRevertedChanges judges a revert as no failure if only the pull request, which people can edit later, calls it a revert', () => {
  const squash = commit('b', 3, { title: 'Fix a typo (#13)', number: 13, text: '' });
  const edited: Change = {
    ...squash,
    id: 'pull-13',
    kind: 'merged_pull_request',
    externalId: 'acme/api#13',
    branch: 'typo',
    title: 'Revert "Raise the pool size"',
    text: 'Reverts acme/api#12\n\nIt broke checkout in production.',
  };
  expect(findRevertedChanges([original, pull, squash, edited])).toMatchObject([{ isFailure: false, confidence: 0.5 }]);
  const titledRevert = { ...squash, title: 'Revert "Raise the pool size" (#13)' };
  expect(findRevertedChanges([original, pull, titledRevert, edited])).toMatchObject([{ isFailure: true }]);
});
