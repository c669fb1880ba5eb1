import { detectReverts } from '@refrain/analysis/evaluation';
import { createCommits, createShaFromSeed } from '@refrain/analysis/testing';
import { expect, test } from 'vitest';
import { scoreReverts } from './score-reverts.ts';

const [cached, reverted, merged, undone, plain] = [0xa10, 0xa11, 0xa12, 0xa13, 0xa14].map(createShaFromSeed) as [
  string,
  string,
  string,
  string,
  string,
];
const commits = createCommits(
  'Cache prices (#7)',
  { message: 'Read prices directly', parents: [0] },
  { message: 'Merge pull request #8 from acme/revert-7-cache\n\nRead prices directly', parents: [0, 1] },
  'Undo the new totals',
  'Show totals (#9)',
);

test('a merge commit and the revert that it merges count as the same revert', () => {
  const list = [
    { sha: reverted, revertedSha: null },
    { sha: merged, revertedSha: cached },
    { sha: plain, revertedSha: null },
    { sha: 'unknown', revertedSha: null },
  ];
  expect(scoreReverts(commits, detectReverts(commits), list)).toEqual({
    listed: 3,
    found: 2,
    recall: 0.6667,
    precisionAtLeast: 0.5,
    rightTarget: 1,
    branchRule: { found: 1, recall: 0.6667, precisionAtLeast: 1, rightTarget: 1 },
    missing: [`${plain.slice(0, 10)} Show totals (#9)`],
    toRead: [`${undone.slice(0, 10)} Undo the new totals`],
  });
});

test('an unlisted revert counts as right if git or a host wrote the message', () => {
  const written = createCommits(
    'Cache prices (#7)',
    'Revert "Cache prices (#7)" (#8)',
    `Calm down\nThis reverts commit ${cached}.`,
    'Calm down more\nReverts acme/shop#7',
    'revert(prices): cache',
    'revert prices',
  );
  const { found, precisionAtLeast, toRead } = scoreReverts(written, detectReverts(written), []);
  expect({ found, precisionAtLeast }).toEqual({ found: 5, precisionAtLeast: 0.8 });
  expect(toRead).toEqual([expect.stringMatching(/ revert prices$/u)]);
});
