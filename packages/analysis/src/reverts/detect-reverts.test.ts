import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectReverts } from './detect-reverts.ts';
import type { CommitRecord } from './revert.ts';

const sha = (seed: number): string => seed.toString(16).padStart(4, '0').repeat(10);

/** A linear history, oldest first, one commit an hour; `parents` are places in the list. */
function history(
  ...messages: (string | { message: string; parents?: number[]; repo?: string; branch?: string; pr?: number })[]
): CommitRecord[] {
  return messages.map((entry, at) => {
    const {
      message,
      parents,
      repo = 'acme/shop',
      branch = null,
      pr = null,
    } = typeof entry === 'string' ? { message: entry } : entry;
    const [subject = '', ...body] = message.split('\n');
    return {
      repo,
      sha: sha(at + 0xa10),
      date: new Date(Date.UTC(2026, 0, 1, at)).toISOString(),
      parents: (parents ?? (at === 0 ? [] : [at - 1])).map((parent) => sha(parent + 0xa10)),
      subject,
      body: body.join('\n').trim(),
      pr,
      branch,
    };
  });
}

function places(commits: readonly CommitRecord[]): { at: number; reverts: number[]; pr: number | null }[] {
  const place = (wanted: string): number => commits.findIndex((commit) => commit.sha === wanted);
  return detectReverts(commits).map((revert) => ({
    at: place(revert.sha),
    reverts: revert.revertedShas.map(place),
    pr: revert.revertedPr,
  }));
}

describe('forms of a revert', () => {
  it.each([
    ['a sha in full', `Revert "Cache prices"\nThis reverts commit ${sha(0xa10)}.`],
    ['an abbreviated sha', `Undo caching\nThis reverts commit ${sha(0xa10).slice(0, 9)}.`],
    ['a title of its own', `Prices are stale\nThis reverts commit ${sha(0xa10)}, which broke checkout.`],
    ['a quoted title', 'Revert "Cache prices"'],
    ['a quoted title with the number', 'Revert "Cache prices (#7)" (#9)'],
    ['typographic quotes', 'Revert “Cache prices”'],
    ['a pull request in the title', 'Revert #7 (#9)'],
    ['a pull request of the repository', 'Stale prices (#9)\nReverts acme/shop#7'],
    ['an address', 'Roll back caching\nReverts https://github.com/acme/shop/pull/7'],
    ['a conventional type', 'revert: Cache prices'],
    ['a conventional type with scope', 'revert(prices)!: "Cache prices"'],
    ['a prefix', '[hotfix] OPS-12: fix(prices): Revert "Cache prices"'],
    ['hand-written words', `Back out ${sha(0xa10).slice(0, 8)}: stale prices`],
    ['a rollback by a bot', `Automated rollback of commit ${sha(0xa10)}`],
    [
      'a list in a body',
      `Backed out 1 changeset for failures\n\nBacked out changeset ${sha(0xa10).slice(0, 12)} (item 4)`,
    ],
    ['the number in words', 'Revert "Cache prices (pull request #7)"'],
    ['a merge that holds its title', "Merged PR 9: Revert 'Cache prices'"],
    ['parentheses', 'Read prices directly (reverts #7) (#9)'],
  ])('knows %s', (_, message) => {
    expect(places(history('Cache prices (#7)', 'Other work', message))).toMatchObject([{ at: 2, reverts: [0] }]);
  });

  it.each([
    'Undo the price cache for now',
    'fix: roll back the new price cache',
    'chore: temporarily revert price changes',
    'Rollback to the old price cache',
    'Backed out price cache, it is stale',
  ])('knows "%s", though not what it takes back', (message) => {
    expect(places(history('Cache prices (#7)', message))).toEqual([{ at: 1, reverts: [], pr: null }]);
  });

  it.each([
    'Fix revert button',
    'Add revert support',
    'Handle reverted orders',
    'Reverted orders should not be billed',
    'Undo button: right colour',
    'feat(rollback): dry run',
    'Rollback transaction when saving fails',
    'Roll back transaction on error',
    'Allow reverting to draft',
    'Fix tests after revert of #7',
    'Document how to roll back a release',
    'Reapply styles after resize',
    'Undo/redo support',
    'Release 1.2\n> This reverts commit 0a100a100a100a100a100a100a100a100a100a10.',
    'Pick fixes\nSquashed commit of the following:\n\n    This reverts commit 0a100a100a100a100a100a100a100a100a100a10.',
    'Docs on reverting\n```\nThis reverts commit 0a100a100a100a100a100a100a100a100a100a10.\n```',
  ])('leaves "%s" alone', (message) => {
    expect(places(history('Cache prices (#7)', message))).toEqual([]);
  });
});

describe('what is taken back', () => {
  it('finds several commits in one message', () => {
    const commits = history(
      'A',
      'B',
      'C',
      `Revert three\nThis reverts commits ${sha(0xa10)}, ${sha(0xa11).slice(0, 10)}\nand ${sha(0xa12)}.`,
    );
    expect(places(commits)).toEqual([{ at: 3, reverts: [0, 1, 2], pr: null }]);
  });

  it('finds several statements, one after the other', () => {
    const commits = history(
      'A',
      'B',
      `Revert both\n\nThis reverts commit ${sha(0xa11)}.\n\nThis reverts commit ${sha(0xa10)}.`,
    );
    expect(places(commits)).toEqual([{ at: 2, reverts: [1, 0], pr: null }]);
  });

  it('follows a range as git reads it', () => {
    const commits = history('A', 'B', 'C', `Revert two\nThis reverts commits ${sha(0xa10)}..${sha(0xa12)}.`);
    expect(places(commits)).toEqual([{ at: 3, reverts: [1, 2], pr: null }]);
  });

  it('takes the merge, not what it reversed to', () => {
    const commits = history(
      'A',
      { message: 'Cache prices', parents: [0] },
      { message: 'Merge pull request #7 from acme/cache\n\nCache prices', parents: [0, 1] },
      `Revert "Merge pull request #7 from acme/cache"\nThis reverts commit ${sha(0xa12)}, reversing\nchanges made to ${sha(0xa10)}.`,
    );
    expect(places(commits)).toEqual([{ at: 3, reverts: [2], pr: 7 }]);
  });

  it('takes the latest earlier commit of a title', () => {
    expect(places(history('Bump cache', 'Bump cache', 'Revert "Bump cache"', 'Bump cache'))).toMatchObject([
      { at: 2, reverts: [1] },
    ]);
  });

  it('takes several titles, and the commits right before', () => {
    expect(places(history('A one', 'B two', 'C', 'Revert "A one" and "B two"'))).toMatchObject([
      { at: 3, reverts: [0, 1] },
    ]);
    expect(places(history('A', 'B', 'C', 'Revert the last two commits'))).toMatchObject([{ at: 3, reverts: [2, 1] }]);
  });

  it('keeps repositories apart', () => {
    const other = history({ message: 'Cache prices (#7)', repo: 'acme/other' }).map((commit) => ({
      ...commit,
      sha: sha(0xb00),
    }));
    const commits = [...history('Begin', 'Revert "Cache prices"'), ...other];
    expect(detectReverts(commits)).toMatchObject([{ revertedShas: [] }]);
  });

  it('gives the named sha where the history does not reach back to it', () => {
    const [found] = detectReverts(history(`Revert "Old"\nThis reverts commit ${'c1'.repeat(20)}.`));
    expect(found?.revertedShas).toEqual(['c1'.repeat(20)]);
  });
});

describe('branches', () => {
  const merged = (title: string, branch: string) =>
    history(
      'Cache prices (#7)',
      { message: title, parents: [0] },
      { message: 'Other work', parents: [0] },
      { message: `Merge pull request #9 from acme/${branch}\n\n${title}`, parents: [2, 1] },
    );

  it('reports the revert and not its merge', () => {
    expect(places(merged('Revert "Cache prices"', 'revert-7-cache'))).toMatchObject([{ at: 1, reverts: [0] }]);
  });

  it('reports the merge where only its branch says so', () => {
    expect(places(merged('Read prices directly', 'revert-7-cache'))).toEqual([{ at: 3, reverts: [0], pr: 7 }]);
  });

  it.each([
    'Auto merge of #9 - someone:revert-7-cache, r=other\n\nRead prices directly',
    'Merged in revert-pr-7 (pull request #9)\n\nRead prices directly',
    "Merge branch 'revert-0a100a10' into 'main'\n\nRead prices directly\n\nSee merge request acme/shop!9",
  ])('reads the branch in "%s"', (message) => {
    const commits = history(
      'Cache prices (#7)',
      { message: 'Read prices directly', parents: [0] },
      { message, parents: [0, 1] },
    );
    const hexed = commits.map((commit) => ({
      ...commit,
      subject: commit.subject.replace('0a100a10', sha(0xa10).slice(0, 8)),
    }));
    expect(places(hexed)).toMatchObject([{ at: 2, reverts: [0] }]);
  });

  it('does not count what a branch takes back of itself', () => {
    const commits = history(
      'Begin',
      { message: 'Try a cache', parents: [0] },
      { message: `Revert "Try a cache"\nThis reverts commit ${sha(0xa11)}.`, parents: [1] },
      { message: 'Merge pull request #9 from acme/prices\n\nFaster prices', parents: [0, 2] },
    );
    expect(places(commits)).toEqual([]);
  });

  it('does not count it in a squash either, and counts a squash that only reverts', () => {
    const inner = `Faster prices (#9)\n* Try a cache\n\n* Revert "Try a cache"\n\nThis reverts commit ${'d2'.repeat(20)}.`;
    expect(places(history('Begin', inner))).toEqual([]);
    const whole = `Calm down (#9)\n* Revert "A"\n\nThis reverts commit ${sha(0xa10)}.\n\n* Revert "B"\n\nThis reverts commit ${sha(0xa11)}.`;
    expect(places(history('A', 'B', whole))).toMatchObject([{ at: 2, reverts: [0, 1] }]);
  });

  it('counts reverts on a long-lived branch', () => {
    const commits = history(
      'Begin',
      { message: 'Cache prices (#7)', parents: [0] },
      { message: 'Revert "Cache prices (#7)" (#8)', parents: [1] },
      { message: "Merge branch 'develop'", parents: [0, 2] },
    );
    expect(places(commits)).toEqual([{ at: 2, reverts: [1], pr: 7 }]);
  });
});

describe('reverts of reverts', () => {
  it('knows them by nesting, by word and by target', () => {
    const commits = history(
      'Cache prices (#7)',
      'Revert "Cache prices (#7)" (#8)',
      'Revert "Revert "Cache prices (#7)" (#8)" (#9)',
      `Stale again\nThis reverts commit ${sha(0xa11)}.`,
      'Reapply "Cache prices (#7)" (#10)',
    );
    expect(detectReverts(commits).map(({ isRevertOfRevert, isFailure }) => [isRevertOfRevert, isFailure])).toEqual([
      [false, true],
      [true, false],
      [true, false],
      [true, false],
    ]);
    expect(places(commits).map(({ reverts }) => reverts)).toEqual([[0], [1], [1], [1]]);
  });

  it('reads powers', () => {
    const commits = history(
      'Cache prices',
      'Revert "Cache prices"',
      `Revert^2 "Cache prices"\nThis reverts commit ${sha(0xa11)}.`,
    );
    expect(detectReverts(commits).map(({ isRevertOfRevert }) => isRevertOfRevert)).toEqual([false, true]);
  });

  it('reads nested branch names', () => {
    const commits = history(
      { message: 'Cache prices (#7)' },
      { message: 'Merge pull request #9 from acme/revert-8-revert-7-cache\n\nCache prices again', parents: [0, 5] },
    );
    expect(detectReverts(commits)).toMatchObject([{ revertedPr: 8, isRevertOfRevert: true, isFailure: false }]);
  });
});

describe('what a program takes back', () => {
  it.each(['Reverting an order now refunds it', 'Undo send: shorten delay', 'Undo an import by its id'])(
    'is no revert: %s',
    (title) => {
      expect(detectReverts(history('Begin', title))).toEqual([]);
    },
  );

  it.each(['Reverting a change of the order page', 'Undo the new order page', 'Undo: order page'])(
    'is not what a person takes back: %s',
    (title) => {
      expect(detectReverts(history('Begin', title))).toHaveLength(1);
    },
  );
});

describe('whether it answers a failure', () => {
  it.each([
    ['Revert "Cache prices"', true],
    ['Revert "Cache prices"\nIt broke checkout: incident 12.', true],
    ['Revert "chore(deps): bump left-pad from 1.0.0 to 1.0.1"', false],
    ['Revert "chore(deps): bump left-pad from 1.0.0 to 1.0.1"\nThis caused a crash on start.', true],
    ['Revert "Temporarily disable uploads"', false],
    ['Revert "Add experiment for new banner"\nThe experiment is over.', false],
    ['Revert "Shadow traffic"\nNo longer needed.', false],
  ])('%s: %s', (message, isFailure) => {
    expect(detectReverts(history('Begin', message))).toMatchObject([{ isFailure }]);
  });

  it('is surer with a reason', () => {
    const [bare] = detectReverts(history('Begin', 'Revert "Cache prices"'));
    const [told] = detectReverts(history('Begin', 'Revert "Cache prices"\nSev1 incident, checkout fails.'));
    expect(told?.confidence).toBeGreaterThan(bare?.confidence ?? 1);
  });
});

describe('laws', () => {
  const commits = [
    ...history(
      'Cache prices (#7)',
      { message: 'Revert "Cache prices"', parents: [0] },
      { message: 'Other', parents: [0] },
      { message: 'Merge pull request #9 from acme/revert-7-cache\n\nRevert "Cache prices"', parents: [2, 1] },
      'Reapply "Cache prices"',
      'revert: Other',
    ),
    ...history({ message: 'Begin', repo: 'acme/web' }, { message: 'Revert acme/shop#7', repo: 'acme/web' }).map(
      (commit) => ({
        ...commit,
        sha: commit.sha.replaceAll('a', 'e'),
        parents: commit.parents.map((parent) => parent.replaceAll('a', 'e')),
      }),
    ),
  ];

  it('does not depend on the order of the commits', () => {
    const expected = detectReverts(commits);
    expect(expected.length).toBeGreaterThanOrEqual(4);
    fc.assert(
      fc.property(fc.shuffledSubarray(commits, { minLength: commits.length }), (shuffled) => {
        expect(detectReverts(shuffled)).toEqual(expected);
      }),
    );
  });

  it('reads any message without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (subject, body) => {
        expect(detectReverts(history(`${subject.replaceAll('\n', ' ')}\n${body}`)).length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it.each([
    ['quotes', `Revert ${'"'.repeat(200_000)}`],
    ['spaces', `Revert${' '.repeat(200_000)}"x`],
    ['spaces in a body', `x\n${' \n'.repeat(9_000)}This reverts${' '.repeat(200_000)}x`],
    ['merges', `Merge pull request #1 from ${'a/'.repeat(100_000)}\n${' '.repeat(5_000)}#`],
    ['nesting', `${'Revert "'.repeat(50_000)}x`],
    ['shas', `x\nThis reverts commits ${'deadbee1 '.repeat(50_000)}`],
    ['statements', `x\n${'This reverts commit\n'.repeat(20_000)}`],
    ['prefixes', `${'a: '.repeat(50_000)}revert`],
    ['paths', `Revert ${'a/'.repeat(100_000)}#1`],
    ['hashes', `x\nReverts ${'#'.repeat(200_000)}`],
    ['words', `Revert ${'the commit '.repeat(50_000)}`],
  ])('stays quick on hostile %s', (_, message) => {
    const start = performance.now();
    detectReverts(history('Begin', message));
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
