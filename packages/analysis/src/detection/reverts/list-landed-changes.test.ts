import { expect, test } from 'vitest';
import { listLandedChanges } from './list-landed-changes.ts';
import { createCommits, createShaFromSeed } from './testing.ts';

const at = (index: number) => createShaFromSeed(index + 0xa10);

test('listLandedChanges lists a merged pull request once with all its commits, and squashed or pushed commits one by one', () => {
  const commits = createCommits(
    'Begin',
    { message: 'Add a cart', parents: [0] },
    { message: 'Mend the cart', parents: [1] },
    {
      message: 'Merge pull request #7 from acme/cart\n\nfeat(cart): Keep what was chosen\n\nFor a day.',
      parents: [0, 2],
    },
    { message: 'fix(mail): Say less (#8)\n\nFewer words.', parents: [3] },
    { message: "Merge branch 'side'", parents: [4, 0] },
  );
  const landed = listLandedChanges(commits);
  expect(
    landed.map(({ sha: own, title, text, number, isBareMerge }) => [own, title, text, number, isBareMerge]),
  ).toEqual([
    [at(0), 'Begin', '', null, false],
    [at(3), 'feat(cart): Keep what was chosen', 'For a day.', 7, false],
    [at(4), 'fix(mail): Say less', 'Fewer words.', 8, false],
    [at(5), "Merge branch 'side'", '', null, true],
  ]);
  expect(landed[1]?.shas).toEqual([at(1), at(2), at(3)]);
  expect(listLandedChanges([...commits].reverse())).toEqual(landed);
});
