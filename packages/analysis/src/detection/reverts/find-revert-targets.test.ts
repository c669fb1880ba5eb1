import { describe, expect, it } from 'vitest';
import { detectReverts } from './detect-reverts.ts';
import { createCommits, detectRevertIndices, shaFromSeed } from './testing.ts';

describe('findRevertTargets', () => {
  it('finds all commits that one message names', () => {
    const commits = createCommits(
      'A',
      'B',
      'C',
      `Revert three\nThis reverts commits ${shaFromSeed(0xa10)}, ${shaFromSeed(0xa11).slice(0, 10)}\nand ${shaFromSeed(0xa12)}.`,
    );
    expect(detectRevertIndices(commits)).toEqual([{ at: 3, reverts: [0, 1, 2], pr: null }]);
  });

  it('finds the commits of two consecutive "This reverts commit" lines', () => {
    const commits = createCommits(
      'A',
      'B',
      `Revert both\n\nThis reverts commit ${shaFromSeed(0xa11)}.\n\nThis reverts commit ${shaFromSeed(0xa10)}.`,
    );
    expect(detectRevertIndices(commits)).toEqual([{ at: 2, reverts: [1, 0], pr: null }]);
  });

  it('excludes the start of a commit range, as git does', () => {
    const commits = createCommits(
      'A',
      'B',
      'C',
      `Revert two\nThis reverts commits ${shaFromSeed(0xa10)}..${shaFromSeed(0xa12)}.`,
    );
    expect(detectRevertIndices(commits)).toEqual([{ at: 3, reverts: [1, 2], pr: null }]);
  });

  it('finds the reverted merge, not the commit after "reversing changes made to"', () => {
    const commits = createCommits(
      'A',
      { message: 'Cache prices', parents: [0] },
      { message: 'Merge pull request #7 from acme/cache\n\nCache prices', parents: [0, 1] },
      `Revert "Merge pull request #7 from acme/cache"\nThis reverts commit ${shaFromSeed(0xa12)}, reversing\nchanges made to ${shaFromSeed(0xa10)}.`,
    );
    expect(detectRevertIndices(commits)).toEqual([{ at: 3, reverts: [2], pr: 7 }]);
  });

  it('finds the latest commit before the revert that has the quoted title', () => {
    expect(
      detectRevertIndices(createCommits('Bump cache', 'Bump cache', 'Revert "Bump cache"', 'Bump cache')),
    ).toMatchObject([{ at: 2, reverts: [1] }]);
  });

  it('finds commits by two quoted titles, and by "the last two commits"', () => {
    expect(detectRevertIndices(createCommits('A one', 'B two', 'C', 'Revert "A one" and "B two"'))).toMatchObject([
      { at: 3, reverts: [0, 1] },
    ]);
    expect(detectRevertIndices(createCommits('A', 'B', 'C', 'Revert the last two commits'))).toMatchObject([
      { at: 3, reverts: [2, 1] },
    ]);
  });

  it('does not find a quoted title in another repository', () => {
    const other = createCommits({ message: 'Cache prices (#7)', repo: 'acme/other' }).map((commit) => ({
      ...commit,
      sha: shaFromSeed(0xb00),
    }));
    const commits = [...createCommits('Begin', 'Revert "Cache prices"'), ...other];
    expect(detectReverts(commits)).toMatchObject([{ revertedShas: [] }]);
  });

  it('does not confuse pull requests of different repositories that have the same number', () => {
    for (const message of [
      'Stale prices (#9)\nReverts acme/other#7',
      'Revert "Cache prices" (#9)\nReverts acme/other#7',
      'Undo caching\nReverts https://github.com/acme/other/pull/7',
    ])
      expect(detectRevertIndices(createCommits('Cache prices (#7)', message))).toEqual([
        { at: 1, reverts: [], pr: null },
      ]);
    const elsewhere = createCommits(
      'Cache prices (#7)',
      { message: 'Cache stock (#7)', parents: [90], repo: 'acme/other' },
      { message: 'Stale stock (#9)\nReverts acme/other#7', parents: [0] },
    );
    expect(detectRevertIndices(elsewhere)).toEqual([{ at: 2, reverts: [1], pr: null }]);
  });

  it('prefers title and sha to the pull request number if the repository was renamed or copied', () => {
    const moved = createCommits(
      'Cache prices (#70)',
      'Other (#7)',
      'Revert "Cache prices" (#9)\nReverts former/shop#7',
    );
    expect(detectRevertIndices(moved)).toEqual([{ at: 2, reverts: [0], pr: 70 }]);
    const picked = `Stale prices\nThis reverts commit ${shaFromSeed(0xa10)}.\n\nReverts acme/other#7`;
    expect(detectRevertIndices(createCommits('Cache prices (#70)', picked))).toMatchObject([{ at: 1, reverts: [0] }]);
  });

  it('finds all commits after the one in "reverts all changes after commit"', () => {
    const commits = createCommits(
      'A',
      'B (#7)',
      'C (#8)',
      `Revert to a good state\n\nThis reverts all changes after commit ${shaFromSeed(0xa10)}.`,
    );
    expect(detectRevertIndices(commits)).toMatchObject([{ at: 3, reverts: [1, 2] }]);
  });

  it('finds several pull requests that a title or body names', () => {
    for (const message of [
      'Revert #7 and #8 (#9)',
      'Back to before (#9)\nReverts #7, #8',
      'Revert "A (#7)" and "B (#8)"',
    ])
      expect(detectRevertIndices(createCommits('A (#7)', 'B (#8)', message))).toMatchObject([
        { at: 2, reverts: [0, 1] },
      ]);
  });

  it('ignores a sha in the URL of another repository', () => {
    const address = `https://github.com/acme/other/commit/${shaFromSeed(0xa10)}`;
    expect(detectRevertIndices(createCommits('Cache prices', `Undo caching\nReverts ${address}`))).toEqual([
      { at: 1, reverts: [], pr: null },
    ]);
  });

  it('returns a sha that the message names even if the commit is not stored', () => {
    const [found] = detectReverts(createCommits(`Revert "Old"\nThis reverts commit ${'c1'.repeat(20)}.`));
    expect(found?.revertedShas).toEqual(['c1'.repeat(20)]);
  });
});
