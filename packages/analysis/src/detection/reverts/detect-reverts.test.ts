import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectReverts } from './detect-reverts.ts';
import { createCommits, createShaFromSeed, detectRevertIndices } from './testing.ts';

describe('detectReverts: forms of a revert', () => {
  it.each([
    ['a full sha', `Revert "Cache prices"\nThis reverts commit ${createShaFromSeed(0xa10)}.`],
    ['an abbreviated sha', `Undo caching\nThis reverts commit ${createShaFromSeed(0xa10).slice(0, 9)}.`],
    [
      'a sha below an unrelated title',
      `Prices are stale\nThis reverts commit ${createShaFromSeed(0xa10)}, which broke checkout.`,
    ],
    ['a quoted title', 'Revert "Cache prices"'],
    ['a quoted title with a number', 'Revert "Cache prices (#7)" (#9)'],
    ['typographic quotes', 'Revert “Cache prices”'],
    ['a pull request number in the title', 'Revert #7 (#9)'],
    ['a pull request number in the body', 'Stale prices (#9)\nReverts acme/shop#7'],
    ['a URL', 'Roll back caching\nReverts https://github.com/acme/shop/pull/7'],
    ['a conventional commit type', 'revert: Cache prices'],
    ['a conventional commit type with scope', 'revert(prices)!: "Cache prices"'],
    ['a title after tag, ticket and type', '[hotfix] OPS-12: fix(prices): Revert "Cache prices"'],
    ['a sha after "Back out"', `Back out ${createShaFromSeed(0xa10).slice(0, 8)}: stale prices`],
    ['the words of a bot', `Automated rollback of commit ${createShaFromSeed(0xa10)}`],
    [
      'a list in the body',
      `Backed out 1 changeset for failures\n\nBacked out changeset ${createShaFromSeed(0xa10).slice(0, 12)} (item 4)`,
    ],
    ['a number after "pull request"', 'Revert "Cache prices (pull request #7)"'],
    ['the title of a merge', "Merged PR 9: Revert 'Cache prices'"],
    ['a number in parentheses', 'Read prices directly (reverts #7) (#9)'],
  ])('detectReverts recognises a revert by %s', (_, message) => {
    expect(detectRevertIndices(createCommits('Cache prices (#7)', 'Other work', message))).toMatchObject([
      { at: 2, reverts: [0] },
    ]);
  });

  it.each([
    'Undo the price cache for now',
    'fix: roll back the new price cache',
    'chore: temporarily revert price changes',
    'Rollback to the old price cache',
    'Backed out price cache, it is stale',
    'Back out of the price cache',
    'Revert to the old pool after errors',
    'Revert automatically added prices',
  ])('detectReverts recognises "%s" as a revert although the reverted change is unknown', (message) => {
    expect(detectRevertIndices(createCommits('Cache prices (#7)', message))).toEqual([
      { at: 1, reverts: [], pr: null },
    ]);
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
    'Revert to defaults on invalid config (#9)',
    'Roll back failed deploys',
    'Roll back deploys automatically (#9)',
    'Back out of the modal with Escape',
    'Back out of the order page',
    'Undo sorting with ctrl-z',
    'Undo last action',
    'docs: explain how to revert #7',
    'A command to revert #7',
    'Release 1.2\n> This reverts commit 0a100a100a100a100a100a100a100a100a100a10.',
    'Pick fixes\nSquashed commit of the following:\n\n    This reverts commit 0a100a100a100a100a100a100a100a100a100a10.',
    'Docs on reverting\n```\nThis reverts commit 0a100a100a100a100a100a100a100a100a100a10.\n```',
  ])('detectReverts reports no revert for "%s"', (message) => {
    expect(detectRevertIndices(createCommits('Cache prices (#7)', message))).toEqual([]);
  });
});

describe('detectReverts, given a title about the behaviour of a program', () => {
  it.each(['Reverting an order now refunds it', 'Undo send: shorten delay', 'Undo an import by its id'])(
    'detectReverts does not report "%s" as a revert',
    (title) => {
      expect(detectReverts(createCommits('Begin', title))).toEqual([]);
    },
  );

  it.each(['Reverting a change of the order page', 'Undo the new order page', 'Undo: order page'])(
    'detectReverts reports "%s" as a revert, although the title resembles program behaviour',
    (title) => {
      expect(detectReverts(createCommits('Begin', title))).toHaveLength(1);
    },
  );
});

describe('detectReverts: verdict', () => {
  it.each([
    ['Revert "Cache prices"', 'unclear'],
    ['Revert "Cache prices"\nIt broke checkout: incident 12.', 'failure'],
    ['Revert "chore(deps): bump left-pad from 1.0.0 to 1.0.1"', 'planned'],
    ['Revert "chore(deps): bump left-pad from 1.0.0 to 1.0.1"\nThis caused a crash on start.', 'failure'],
    ['Revert "Temporarily disable uploads"', 'planned'],
    ['Revert "Add experiment for new banner"\nThe experiment is over.', 'planned'],
    ['Revert "Shadow traffic"\nNo longer needed.', 'planned'],
  ])('detectReverts judges the revert "%s" as %s', (message, verdict) => {
    expect(detectReverts(createCommits('Begin', message))).toMatchObject([
      { verdict, isFailure: verdict === 'failure' },
    ]);
  });

  it('detectReverts has low confidence if only a free-text title suggests a revert', () => {
    const judged = (message: string) => detectReverts(createCommits('Cache prices (#7)', message))[0];
    expect(judged('Revert caching: orders failed\nThis broke checkout.')).toMatchObject({
      isFailure: true,
      confidence: 0.55,
    });
    expect(judged('Revert caching: orders failed\nReverts acme/shop#7')?.confidence).toBeGreaterThan(0.9);
  });

  it('detectReverts does not read a question of the pull request template as a reason', () => {
    const template = 'Does this answer an incident? Link it here.';
    const ordinary = ['a', 'b', 'c', 'd', 'e', 'f'].map(
      (name) => `Add page ${name}\n${name} was asked for.\n${template}`,
    );
    const revert = 'Revert "Cache prices"';
    const judge = (...before: string[]) =>
      detectReverts(createCommits(...before, 'Cache prices', `${revert}\n${template}`));
    expect(judge(...ordinary)).toMatchObject([{ verdict: 'unclear' }]);
    expect(judge('Begin')).toMatchObject([{ verdict: 'failure' }]);
  });

  it('detectReverts does not read the name of a merged branch as a reason', () => {
    const [revert] = detectReverts(
      createCommits(
        'Double the limits for the fair (#7)',
        'Merge pull request #8 from acme/double-broken-limits\nRevert "Double the limits for the fair (#7)"',
      ),
    );
    expect(revert).toMatchObject({ verdict: 'unclear' });
  });

  it('detectReverts judges reverts as planned if the same change is made and reverted on five days', () => {
    const messages = ['wk-1', 'wk-2', 'wk-3', 'wk-4', 'wk-5'].flatMap((host) => [
      ...[`Drain ${host} for the patches`, `Revert "Drain ${host} for the patches"\n${host} takes work again.`],
      ...Array.from({ length: 30 }, (_, hour) => `Hour ${hour} after ${host}`),
    ]);
    expect(detectReverts(createCommits(...messages)).map(({ verdict }) => verdict)).toEqual(Array(5).fill('planned'));
  });

  it('detectReverts is more confident of a verdict if the revert states a reason than if it states none', () => {
    const [bare] = detectReverts(createCommits('Begin', 'Revert "Cache prices"'));
    const [withReason] = detectReverts(createCommits('Begin', 'Revert "Cache prices"\nSev1 incident, checkout fails.'));
    expect(withReason?.confidence).toBeGreaterThan(bare?.confidence ?? 1);
  });
});

describe('detectReverts: properties', () => {
  const commits = [
    ...createCommits(
      'Cache prices (#7)',
      { message: 'Revert "Cache prices"', parents: [0] },
      { message: 'Other', parents: [0] },
      { message: 'Merge pull request #9 from acme/revert-7-cache\n\nRevert "Cache prices"', parents: [2, 1] },
      'Reapply "Cache prices"',
      'revert: Other',
    ),
    ...createCommits({ message: 'Begin', repo: 'acme/web' }, { message: 'Revert acme/shop#7', repo: 'acme/web' }).map(
      (commit) => ({
        ...commit,
        sha: commit.sha.replaceAll('a', 'e'),
        parents: commit.parents.map((parent) => parent.replaceAll('a', 'e')),
      }),
    ),
  ];

  it('detectReverts finds the same reverts in any order of the commits', () => {
    const expected = detectReverts(commits);
    expect(expected.length).toBeGreaterThanOrEqual(4);
    fc.assert(
      fc.property(fc.shuffledSubarray(commits, { minLength: commits.length }), (shuffled) => {
        expect(detectReverts(shuffled)).toEqual(expected);
      }),
    );
  });

  it('detectReverts terminates if the parents of commits form a cycle', () => {
    const commits = createCommits({ message: 'A', parents: [2] }, 'B', 'Revert "B"', 'C');
    expect(detectRevertIndices(commits)).toEqual([{ at: 2, reverts: [1], pr: null }]);
  });

  it('detectReverts accepts any commit message without an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (subject, body) => {
        expect(detectReverts(createCommits(`${subject.replaceAll('\n', ' ')}\n${body}`)).length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it.each([
    ['quotes', `Revert ${'"'.repeat(200_000)}`],
    ['spaces', `Revert${' '.repeat(200_000)}"x`],
    ['spaces in a body', `x\n${' \n'.repeat(9_000)}This reverts${' '.repeat(200_000)}x`],
    ['paths in a merge', `Merge pull request #1 from ${'a/'.repeat(100_000)}\n${' '.repeat(5_000)}#`],
    ['nested reverts', `${'Revert "'.repeat(50_000)}x`],
    ['shas', `x\nThis reverts commits ${'deadbee1 '.repeat(50_000)}`],
    ['statements', `x\n${'This reverts commit\n'.repeat(20_000)}`],
    ['prefixes', `${'a: '.repeat(50_000)}revert`],
    ['paths', `Revert ${'a/'.repeat(100_000)}#1`],
    ['hashes', `x\nReverts ${'#'.repeat(200_000)}`],
    ['words', `Revert ${'the commit '.repeat(50_000)}`],
  ])('detectReverts handles a commit message of many %s within a second', (_, message) => {
    const start = process.cpuUsage();
    detectReverts(createCommits('Begin', message));
    expect(process.cpuUsage(start).user / 1_000).toBeLessThan(1_000);
  });
});
