import { expect, test } from 'vitest';
import { countRemedies, createRemedyFinder } from './count-remedies.ts';
import { describeRemedies, listFrequentRemedies } from './describe-remedies.ts';

const episodesOf = (...ids: string[]) => ids.map((id) => ({ failureIds: [...id] }));
const describe = (
  episodes: ReturnType<typeof episodesOf>,
  quotes: Readonly<Record<string, string>>,
  titles: Readonly<Record<string, string>> = {},
) => {
  const quotations = Object.entries(quotes).map(([failureId, quote]) => ({ failureId, quote }));
  const changes = Object.entries(titles).map(([failureId, title]) => ({
    failureId,
    title,
    at: '2026-03-01T10:00:00.000Z',
  }));
  const counts = countRemedies(episodes, createRemedyFinder({ quotations, changes }));
  return describeRemedies(listFrequentRemedies(counts, episodes.length), episodes.length);
};
const restart = 'The till was restarted.';
const rollback = 'The release was rolled back.';

test('describeRemedies counts the episodes of each remedy, most frequent first', () => {
  const five = episodesOf('a', 'b', 'c', 'd', 'e');
  expect(describe(five, { a: restart, b: restart, c: rollback, d: rollback, e: rollback })).toBe(
    'At least 3 of 5 episodes were resolved by a rollback and 2 by a restart or replacement.',
  );
});

test('describeRemedies says so if a remedy resolved all episodes', () => {
  expect(describe(episodesOf('a', 'b'), { a: restart, b: restart })).toBe(
    'Both episodes were resolved by a restart or replacement.',
  );
  expect(describe(episodesOf('a', 'b', 'c'), { a: restart, b: restart, c: restart })).toBe(
    'All 3 episodes were resolved by a restart or replacement.',
  );
});

test('countRemedies counts reports and linked changes together, and an episode once for each remedy', () => {
  expect(
    describe(episodesOf('ab', 'c', 'd'), { a: rollback, b: rollback }, { a: 'Revert "Till"', c: 'Revert "Gate"' }),
  ).toBe('At least 2 of 3 episodes were resolved by a rollback.');
});

test('listFrequentRemedies omits a remedy of one of three episodes', () => {
  expect(describe(episodesOf('a', 'b', 'c'), { a: restart, b: rollback })).toBeNull();
  expect(describe(episodesOf('a', 'b'), { a: restart })).toBe(
    'At least 1 of 2 episodes was resolved by a restart or replacement.',
  );
});

test('listFrequentRemedies omits a remedy of less than a tenth of the episodes', () => {
  const many = Array.from({ length: 30 }, (_, at) => ({ failureIds: [`f${at}`] }));
  expect(describe(many, { f0: restart, f1: restart })).toBeNull();
});

test('listFrequentRemedies omits a remedy of episodes that a more frequent one resolved too', () => {
  const both = `${rollback} ${restart}`;
  expect(describe(episodesOf('a', 'b', 'c', 'd'), { a: both, b: both, c: rollback })).toBe(
    'At least 3 of 4 episodes were resolved by a rollback.',
  );
});

test('createRemedyFinder reads the titles of changes, but ignores a deployment after a rollback', () => {
  const remediesOf = (...titles: string[]) =>
    createRemedyFinder({
      quotations: [],
      changes: titles.map((title) => ({ failureId: 'a', title, at: '2026-03-01T10:00:00.000Z' })),
    })(['a']).map(({ id }) => id);
  expect(remediesOf('Raise the pool size')).toEqual(['capacity-added']);
  expect(remediesOf('Chart of tills')).toEqual(['later-change']);
  expect(remediesOf('Revert "Chart of tills"', 'Deployment of main')).toEqual(['rollback']);
  expect(remediesOf('Undo button for carts')).toEqual(['later-change']);
});

test('createRemedyFinder credits no third party with a failure that a change of the organisation resolved', () => {
  const remediesOf = createRemedyFinder({
    quotations: [
      { failureId: 'a', quote: 'The mail provider fixed it.' },
      { failureId: 'b', quote: 'The mail provider fixed it.' },
    ],
    changes: [{ failureId: 'b', title: 'Revert "Gate"', at: '2026-03-01T10:00:00.000Z' }],
  });
  expect(remediesOf(['a']).map(({ id }) => id)).toEqual(['supplier-fix']);
  expect(remediesOf(['b']).map(({ id }) => id)).toEqual(['rollback']);
});
