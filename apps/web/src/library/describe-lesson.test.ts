import { expect, test } from 'vitest';
import { describeLesson } from './describe-lesson.ts';

const unknown = { mechanism: null, cause: null, trigger: null, symptom: null, resolution: null };

test('a likely mechanism is called likely, with its number of episodes and a quotation', () => {
  const scenario = {
    ...unknown,
    likelyMechanism: 'Overload by traffic',
    mechanism:
      'Likely cause: overload by traffic. 10 of 17 episodes point to it, for example on 20 Nov 2025: “too slow”.',
  };
  expect(describeLesson({ scenario }).cause).toEqual({
    mechanism: 'Overload by traffic',
    support: 'likely: 10 of 17 episodes point to it',
    quotation: { words: 'too slow', day: '20 Nov 2025' },
  });
});

test('a stated mechanism has the number of episodes that state it, and the quotation of the root cause', () => {
  const scenario = {
    ...unknown,
    mechanism: 'The cause is stated in at least 7 of 8 episodes: connections exhausted.',
    cause: 'The report of 2 Mar 2026 says: “pool starved”',
    resolution: 'At least 2 of 8 episodes were resolved by a rollback.',
  };
  expect(describeLesson({ mechanism: 'Connections exhausted', scenario })).toEqual({
    symptom: null,
    cause: {
      mechanism: 'Connections exhausted',
      support: 'stated in at least 7 of 8 episodes',
      quotation: { words: 'pool starved', day: '2 Mar 2026' },
    },
    resolution: { statement: 'At least 2 of 8 episodes were resolved by a rollback.', quotation: null },
  });
});

test('a root cause that is only quoted has no mechanism', () => {
  const scenario = { ...unknown, cause: 'For example, the report of 27 Sept 2025 says: “issuer down”.' };
  expect(describeLesson({ scenario }).cause).toMatchObject({ mechanism: null, quotation: { words: 'issuer down' } });
});
