import { expect, test } from 'vitest';
import { describeChangedPattern, describeRecurredPattern, type PatternNews } from './describe-pattern-news.ts';

const week = { kind: 'week' } as const;
const news: PatternNews = {
  patternId: 'p',
  name: 'Pool runs dry',
  lesson: '',
  episodes: 2,
  episodesBefore: 0,
  impactHours: null,
  recurrence: 'recurring',
  newRecurrence: null,
  direction: null,
  probability: null,
  previousAt: '2026-02-20T00:00:00.000Z',
  firstAt: '2026-03-03T00:00:00.000Z',
  lastAt: '2026-03-04T00:00:00.000Z',
};

test.each([
  [
    'The report of 3 May says: “The pool was full. It had no limit.” All were resolved by a rollback.',
    'The report of 3 May says: “The pool was full. It had no limit.”',
  ],
  ['At least 2 of 3 run GPT 5.3 models. “x” follows.', 'At least 2 of 3 run GPT 5.3 models.'],
  ['The error is “pool empty”. It recurs.', 'The error is “pool empty”.'],
  ['No full stop', 'No full stop'],
])('describeChangedPattern adds the first sentence of the lesson of a new pattern: %s', (lesson, sentence) => {
  expect(describeChangedPattern({ ...news, lesson, newRecurrence: 'new' }, week)).toBe(
    `New, with 2 episodes, the last on 4 Mar 2026. ${sentence}`,
  );
});

test('describeChangedPattern says how long a pattern paused before it returned', () => {
  expect(describeChangedPattern({ ...news, newRecurrence: 'returned' }, week)).toBe(
    'Returned after 11 days without an episode: 2 episodes, the last on 4 Mar 2026.',
  );
});

test('describeChangedPattern returns null for a pattern that only recurred, which has its own text', () => {
  expect(describeChangedPattern(news, week)).toBeNull();
  expect(describeRecurredPattern({ ...news, episodesBefore: 3 }, week)).toBe(
    '2 episodes, the last on 4 Mar 2026, 3 the week before.',
  );
  expect(describeRecurredPattern({ ...news, episodes: 1, impactHours: 7.5 }, week)).toBe(
    '1 episode with 7.5 h of impact on 4 Mar 2026.',
  );
});

test('describeChangedPattern says that a pattern went quiet, although its trend is rising', () => {
  expect(
    describeChangedPattern({ ...news, episodes: 0, lastAt: null, newRecurrence: 'quiet', direction: 'rising' }, week),
  ).toBe('Quiet: no episodes since 20 Feb 2026, an unusually long time.');
  expect(describeChangedPattern({ ...news, direction: 'rising' }, week)).toBe(
    'More frequent than before: 2 episodes, the last on 4 Mar 2026.',
  );
});
