import { expect, it } from 'vitest';
import { detectReverts } from './detect-reverts.ts';
import type { CommitRecord } from './revert.ts';

/** Creates a commit without parents, as push events contain them. */
function pushed(index: number, hours: number, message: string): CommitRecord {
  const [subject = '', ...body] = message.split('\n');
  return {
    repo: 'acme/infra',
    sha: `c${index}`.padEnd(40, '0'),
    date: new Date(Date.UTC(2026, 0, 1) + hours * 3_600_000).toISOString(),
    parents: [],
    subject,
    body: body.join('\n').trim(),
    pr: null,
  };
}

const revert = pushed(1, 0, 'Revert "Update the list of hubs that we run"');

it.each([
  [
    'has the title of the revert',
    24,
    'Merge pull request #9 from author/revert-8-hubs\n\nRevert "Update the list of hubs that we run"',
  ],
  [
    'has a truncated title of the revert',
    24,
    'Merge pull request #9 from author/revert-8-hubs\n\nRevert "Update the list of hubs"',
  ],
  ['follows within an hour without a title', 1, 'Merge pull request #9 from author/revert-8-hubs'],
])('combineRevertsWithTheirMerges combines the revert with a merge that %s', (_, hours, message) => {
  expect(detectReverts([revert, pushed(2, hours, message)])).toMatchObject([{ sha: revert.sha, revertedPr: 8 }]);
});

it('combineRevertsWithTheirMerges combines the revert of a commit with a merge that reverts the whole pull request', () => {
  const parents = (...indices: number[]) => ({ parents: indices.map((place) => `c${place}`.padEnd(40, '0')) });
  const commits = [
    pushed(3, -9, 'Begin'),
    { ...pushed(4, -8, 'Add a hub'), ...parents(3) },
    { ...pushed(5, -7, 'Merge pull request #8 from author/hubs\n\nMore hubs'), ...parents(3, 4) },
    pushed(6, 0, `Revert "Add a hub"\nThis reverts commit ${'c4'.padEnd(40, '0')}.`),
    pushed(7, 20, 'Merge pull request #9 from author/revert-8-hubs\n\nRevert "More hubs"'),
  ];
  expect(detectReverts(commits)).toMatchObject([{ sha: commits[3]?.sha, revertedPr: 8 }]);
});

it.each([
  ['has another title', 24, 'Merge pull request #9 from author/revert-8-hubs\n\nRevert "Close the old door"'],
  ['comes days later without a title', 60, 'Merge pull request #9 from author/revert-8-hubs'],
  ['reverts a revert', 1, 'Merge pull request #9 from author/revert-8-revert-7-hubs'],
])('combineRevertsWithTheirMerges does not combine the revert with a merge that %s', (_, hours, message) => {
  expect(detectReverts([revert, pushed(2, hours, message)])).toHaveLength(2);
});

it('combineRevertsWithTheirMerges combines each merge with at most one revert', () => {
  const commits = [
    revert,
    pushed(2, 1, 'Merge pull request #9 from author/revert-8-hubs'),
    pushed(3, 2, 'Revert "Update the list of hubs"'),
    pushed(4, 2.1, 'Merge pull request #11 from author/revert-10-hubs'),
  ];
  expect(detectReverts(commits).map(({ revertedPr }) => revertedPr)).toEqual([8, 10]);
});
