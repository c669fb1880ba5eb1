import { describe, expect, it } from 'vitest';
import { detectReverts } from './detect-reverts.ts';
import type { CommitRecord } from './revert.ts';
import { createCommits, createShaFromSeed, detectRevertIndices } from './testing.ts';

describe('findRevertTargets', () => {
  it('findRevertTargets finds all commits that one message names', () => {
    const commits = createCommits(
      'A',
      'B',
      'C',
      `Revert three\nThis reverts commits ${createShaFromSeed(0xa10)}, ${createShaFromSeed(0xa11).slice(0, 10)}\nand ${createShaFromSeed(0xa12)}.`,
    );
    expect(detectRevertIndices(commits)).toEqual([{ at: 3, reverts: [0, 1, 2], pr: null }]);
  });

  it('findRevertTargets finds the commits of two consecutive "This reverts commit" lines', () => {
    const commits = createCommits(
      'A',
      'B',
      `Revert both\n\nThis reverts commit ${createShaFromSeed(0xa11)}.\n\nThis reverts commit ${createShaFromSeed(0xa10)}.`,
    );
    expect(detectRevertIndices(commits)).toEqual([{ at: 2, reverts: [1, 0], pr: null }]);
  });

  it('findRevertTargets excludes the start of a commit range, as git does', () => {
    const commits = createCommits(
      'A',
      'B',
      'C',
      `Revert two\nThis reverts commits ${createShaFromSeed(0xa10)}..${createShaFromSeed(0xa12)}.`,
    );
    expect(detectRevertIndices(commits)).toEqual([{ at: 3, reverts: [1, 2], pr: null }]);
  });

  it('findRevertTargets finds the reverted merge, not the commit after "reversing changes made to"', () => {
    const commits = createCommits(
      'A',
      { message: 'Cache prices', parents: [0] },
      { message: 'Merge pull request #7 from acme/cache\n\nCache prices', parents: [0, 1] },
      `Revert "Merge pull request #7 from acme/cache"\nThis reverts commit ${createShaFromSeed(0xa12)}, reversing\nchanges made to ${createShaFromSeed(0xa10)}.`,
    );
    expect(detectRevertIndices(commits)).toEqual([{ at: 3, reverts: [2], pr: 7 }]);
  });

  it('findRevertTargets finds the latest commit before the revert that has the quoted title', () => {
    expect(
      detectRevertIndices(createCommits('Bump cache', 'Bump cache', 'Revert "Bump cache"', 'Bump cache')),
    ).toMatchObject([{ at: 2, reverts: [1] }]);
  });

  it('findRevertTargets finds commits by two quoted titles, and by "the last two commits"', () => {
    expect(detectRevertIndices(createCommits('A one', 'B two', 'C', 'Revert "A one" and "B two"'))).toMatchObject([
      { at: 3, reverts: [0, 1] },
    ]);
    expect(detectRevertIndices(createCommits('A', 'B', 'C', 'Revert the last two commits'))).toMatchObject([
      { at: 3, reverts: [2, 1] },
    ]);
  });

  it('findRevertTargets does not find a quoted title in another repository', () => {
    const other = createCommits({ message: 'Cache prices (#7)', repo: 'acme/other' }).map((commit) => ({
      ...commit,
      sha: createShaFromSeed(0xb00),
    }));
    const commits = [...createCommits('Begin', 'Revert "Cache prices"'), ...other];
    expect(detectReverts(commits)).toMatchObject([{ revertedShas: [] }]);
  });

  it('findRevertTargets does not confuse pull requests of different repositories that have the same number', () => {
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

  it('findRevertTargets prefers title and sha to the pull request number if the repository was renamed or copied', () => {
    const moved = createCommits(
      'Cache prices (#70)',
      'Other (#7)',
      'Revert "Cache prices" (#9)\nReverts former/shop#7',
    );
    expect(detectRevertIndices(moved)).toEqual([{ at: 2, reverts: [0], pr: 70 }]);
    const picked = `Stale prices\nThis reverts commit ${createShaFromSeed(0xa10)}.\n\nReverts acme/other#7`;
    expect(detectRevertIndices(createCommits('Cache prices (#70)', picked))).toMatchObject([{ at: 1, reverts: [0] }]);
  });

  it('findRevertTargets finds all commits after the one in "reverts all changes after commit"', () => {
    const commits = createCommits(
      'A',
      'B (#7)',
      'C (#8)',
      `Revert to a good state\n\nThis reverts all changes after commit ${createShaFromSeed(0xa10)}.`,
    );
    expect(detectRevertIndices(commits)).toMatchObject([{ at: 3, reverts: [1, 2] }]);
  });

  it('findRevertTargets finds several pull requests that a title or body names', () => {
    for (const message of [
      'Revert #7 and #8 (#9)',
      'Back to before (#9)\nReverts #7, #8',
      'Revert "A (#7)" and "B (#8)"',
    ])
      expect(detectRevertIndices(createCommits('A (#7)', 'B (#8)', message))).toMatchObject([
        { at: 2, reverts: [0, 1] },
      ]);
  });

  it('findRevertTargets ignores a sha in the URL of another repository', () => {
    const address = `https://github.com/acme/other/commit/${createShaFromSeed(0xa10)}`;
    expect(detectRevertIndices(createCommits('Cache prices', `Undo caching\nReverts ${address}`))).toEqual([
      { at: 1, reverts: [], pr: null },
    ]);
  });

  it('findRevertTargets returns a sha that the message names even if the commit is not stored', () => {
    const [found] = detectReverts(createCommits(`Revert "Old"\nThis reverts commit ${'c1'.repeat(20)}.`));
    expect(found?.revertedShas).toEqual(['c1'.repeat(20)]);
  });
});

describe('detectReverts: branches', () => {
  const merged = (title: string, branch: string) =>
    createCommits(
      'Cache prices (#7)',
      { message: title, parents: [0] },
      { message: 'Other work', parents: [0] },
      { message: `Merge pull request #9 from acme/${branch}\n\n${title}`, parents: [2, 1] },
    );

  it('detectReverts reports a revert rather than the merge of its branch', () => {
    expect(detectRevertIndices(merged('Revert "Cache prices"', 'revert-7-cache'))).toMatchObject([
      { at: 1, reverts: [0] },
    ]);
  });

  it('detectReverts reports the merge if only the branch name states a revert', () => {
    expect(detectRevertIndices(merged('Read prices directly', 'revert-7-cache'))).toEqual([
      { at: 3, reverts: [0], pr: 7 },
    ]);
  });

  it.each([
    'Auto merge of #9 - someone:revert-7-cache, r=other\n\nRead prices directly',
    'Merged in revert-pr-7 (pull request #9)\n\nRead prices directly',
    "Merge branch 'revert-0a100a10' into 'main'\n\nRead prices directly\n\nSee merge request acme/shop!9",
  ])('detectReverts finds the name of a revert branch in the merge message "%s"', (message) => {
    const commits = createCommits(
      'Cache prices (#7)',
      { message: 'Read prices directly', parents: [0] },
      { message, parents: [0, 1] },
    );
    const hexed = commits.map((commit) => ({
      ...commit,
      subject: commit.subject.replace('0a100a10', createShaFromSeed(0xa10).slice(0, 8)),
    }));
    expect(detectRevertIndices(hexed)).toMatchObject([{ at: 2, reverts: [0] }]);
  });

  const squashed = (branch: string, message: string) =>
    detectRevertIndices(
      createCommits({ message: 'Cache prices (#7)', pr: 7 }, { message: `${message} (#9)`, pr: 9, branch }),
    );

  it.each(['revert-7-cache', 'author/revert-7-cache', 'author/hotfix/revert-pr-7'])(
    'detectReverts reports a squash of the branch %s as a revert',
    (branch) => {
      expect(squashed(branch, 'Read prices directly')).toEqual([{ at: 1, reverts: [0], pr: 7 }]);
    },
  );

  it.each(['fix-revert-7-crash', 'docs/how-to-revert-7-hour-clock', 'shop-12-revert-7-cache'])(
    'detectReverts reports a squash of the branch %s only if the title states a revert',
    (branch) => {
      expect(squashed(branch, 'Fix crash in the undo button')).toEqual([]);
      expect(squashed(branch, 'Roll back the new prices')).toEqual([{ at: 1, reverts: [0], pr: 7 }]);
    },
  );

  it('detectReverts marks a revert as not landed if it reverts commits of its own branch', () => {
    const commits = createCommits(
      'Begin',
      { message: 'Try a cache', parents: [0] },
      { message: `Revert "Try a cache"\nThis reverts commit ${createShaFromSeed(0xa11)}.`, parents: [1] },
      { message: 'Merge pull request #9 from acme/prices\n\nFaster prices', parents: [0, 2] },
    );
    expect(detectReverts(commits)).toMatchObject([
      { sha: createShaFromSeed(0xa12), revertedShas: [createShaFromSeed(0xa11)], hasLanded: false, isFailure: false },
    ]);
  });

  it('detectReverts marks a revert as not landed if the same branch reverted the revert', () => {
    const again = `Revert "Revert "Cache prices""\nThis reverts commit ${createShaFromSeed(0xa11)}.`;
    const once = `Revert "Revert "Revert "Cache prices"""\nThis reverts commit ${createShaFromSeed(0xa12)}.`;
    const branch = (...messages: string[]) =>
      createCommits('Cache prices', ...messages.map((message, at) => ({ message, parents: [at] })), {
        message: 'Merge pull request #9 from acme/prices\n\nFaster prices',
        parents: [0, messages.length],
      });
    const landed = (commits: CommitRecord[]) => detectReverts(commits).map(({ hasLanded }) => hasLanded);
    expect(landed(branch('Revert "Cache prices"'))).toEqual([true]);
    expect(landed(branch('Revert "Cache prices"', again))).toEqual([false, false]);
    expect(landed(branch('Revert "Cache prices"', again, once))).toEqual([true, false, false]);
  });

  it('detectReverts ignores unmerged branches, even if their commits are the newest', () => {
    const commits = createCommits(
      'Cache prices (#7)',
      { message: 'Try without', parents: [0] },
      { message: 'Revert "Cache prices (#7)"', parents: [1] },
      { message: 'Read prices (#8)', parents: [0] },
      { message: 'Show prices (#9)', parents: [3] },
    );
    expect(detectRevertIndices(commits)).toEqual([]);
    const late = { ...commits[2], date: '2026-02-01T00:00:00Z' } as CommitRecord;
    expect(detectRevertIndices(commits.map((commit) => (commit.sha === late.sha ? late : commit)))).toEqual([]);
  });

  it('detectReverts follows merges even if the newest commit comes from a push event without parents', () => {
    const commits = createCommits(
      'Cache prices (#7)',
      { message: 'Revert "Cache prices (#7)"', parents: [0] },
      { message: 'Merge pull request #8 from acme/calm\n\nRevert "Cache prices (#7)"', parents: [0, 1] },
      { message: 'Show prices (#9)', parents: [90] },
    );
    expect(detectRevertIndices(commits)).toEqual([{ at: 1, reverts: [0], pr: 7 }]);
  });

  it('detectReverts counts commits before a gap in the history as landed on the default branch', () => {
    const commits = createCommits(
      'Cache prices (#7)',
      'Revert "Cache prices (#7)" (#8)',
      { message: 'Show prices (#9)', parents: [90] },
      'Mend prices (#10)',
    );
    expect(detectRevertIndices(commits)).toEqual([{ at: 1, reverts: [0], pr: 7 }]);
  });

  it('detectReverts reports a squash as a revert only if all its commits are reverts', () => {
    const inner = `Faster prices (#9)\n* Try a cache\n\n* Revert "Try a cache"\n\nThis reverts commit ${'d2'.repeat(20)}.`;
    expect(detectRevertIndices(createCommits('Begin', inner))).toEqual([]);
    const whole = `Calm down (#9)\n* Revert "A"\n\nThis reverts commit ${createShaFromSeed(0xa10)}.\n\n* Revert "B"\n\nThis reverts commit ${createShaFromSeed(0xa11)}.`;
    expect(detectRevertIndices(createCommits('A', 'B', whole))).toMatchObject([{ at: 2, reverts: [0, 1] }]);
  });

  it('detectReverts reports reverts on a long-lived branch', () => {
    const commits = createCommits(
      'Begin',
      { message: 'Cache prices (#7)', parents: [0] },
      { message: 'Revert "Cache prices (#7)" (#8)', parents: [1] },
      { message: "Merge branch 'develop'", parents: [0, 2] },
    );
    expect(detectRevertIndices(commits)).toEqual([{ at: 2, reverts: [1], pr: 7 }]);
  });
});

describe('detectReverts: reverts of reverts', () => {
  it('detectReverts recognises a revert of a revert by nested titles, by wording and by the reverted commit', () => {
    const commits = createCommits(
      'Cache prices (#7)',
      'Revert "Cache prices (#7)" (#8)',
      'Revert "Revert "Cache prices (#7)" (#8)" (#9)',
      `Stale again\nThis reverts commit ${createShaFromSeed(0xa11)}.`,
      'Reapply "Cache prices (#7)" (#10)',
    );
    expect(detectReverts(commits).map(({ isRevertOfRevert, verdict }) => [isRevertOfRevert, verdict])).toEqual([
      [false, 'unclear'],
      [true, 'planned'],
      [true, 'planned'],
      [true, 'planned'],
    ]);
    expect(detectRevertIndices(commits).map(({ reverts }) => reverts)).toEqual([[0], [1], [1], [1]]);
  });

  it('detectReverts returns the reverted revert rather than the original change', () => {
    const commits = createCommits(
      { message: 'Merge pull request #7 from acme/cache\n\nCache prices', parents: [90] },
      'Revert Merge pull request #7',
      `Revert "Revert Merge pull request #7" (#9)\nThis reverts the revert in ${createShaFromSeed(0xa11)},\nto have it again.`,
      'Revert Merge pull request #7',
      'Revert "Revert Merge pull request #7" (#10)',
    );
    expect(detectRevertIndices(commits).map(({ reverts }) => reverts)).toEqual([[0], [1], [0], [3]]);
  });

  it('detectReverts prefers the pull request in the body to the one in the quoted title of a revert', () => {
    const commits = createCommits(
      'Cache prices (#7)',
      'Back out #7 (#8)',
      'revert: Back out #7 (#9)\nReverts acme/shop#8',
    );
    expect(detectRevertIndices(commits)).toMatchObject([
      { at: 1, reverts: [0] },
      { at: 2, reverts: [1], pr: 8 },
    ]);
    expect(detectReverts(commits)[1]).toMatchObject({ isRevertOfRevert: true, isFailure: false });
  });

  it('detectReverts treats "Revert^2" as a revert of a revert', () => {
    const commits = createCommits(
      'Cache prices',
      'Revert "Cache prices"',
      `Revert^2 "Cache prices"\nThis reverts commit ${createShaFromSeed(0xa11)}.`,
    );
    expect(detectReverts(commits).map(({ isRevertOfRevert }) => isRevertOfRevert)).toEqual([false, true]);
  });

  it('detectReverts treats a branch named revert-8-revert-7-cache as a revert of a revert', () => {
    const commits = createCommits(
      { message: 'Cache prices (#7)' },
      { message: 'Merge pull request #9 from acme/revert-8-revert-7-cache\n\nCache prices again', parents: [0, 5] },
    );
    expect(detectReverts(commits)).toMatchObject([{ revertedPr: 8, isRevertOfRevert: true, isFailure: false }]);
  });
});
