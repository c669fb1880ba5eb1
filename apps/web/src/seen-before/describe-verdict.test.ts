import { expect, test } from 'vitest';
import { describeVerdict, explainNotSeen } from './describe-verdict.ts';

const pattern = {
  id: 'p',
  name: '',
  episodes: 4,
  otherEpisodes: 4,
  lastAt: '',
  lesson: '',
  remedies: null,
  confidence: 0.9,
};
const nothing = {
  query: { kind: 'text', id: null, title: null } as const,
  recorded: null,
  verdict: { seenBefore: false, confidence: 0.8 },
  repeats: null,
  unspecific: null,
  possiblePattern: null,
  pattern: null,
  matches: [],
  searched: 667,
  failures: 667,
  complete: true,
};
const seen = { ...nothing, verdict: { seenBefore: true, confidence: 0.9 } };

test('describeVerdict says how often a pattern has happened', () => {
  expect(describeVerdict({ ...seen, pattern })).toBe('Probably. It resembles a pattern that has happened 4 times.');
  expect(describeVerdict({ ...seen, pattern: { ...pattern, episodes: 2 } })).toBe(
    'Probably. It resembles a pattern that has happened twice.',
  );
});

test('describeVerdict calls a pattern with a low confidence possible', () => {
  expect(describeVerdict({ ...seen, verdict: { seenBefore: true, confidence: 0.6 }, pattern })).toBe(
    'Possibly. It resembles a pattern that has happened 4 times.',
  );
});

test('describeVerdict says when the same failure happened, whatever its pattern', () => {
  const repeats = { failures: 1, failureId: 'f', lastAt: '2026-05-03T12:00:00.000Z', precision: 'instant' } as const;
  expect(describeVerdict({ ...seen, repeats, pattern })).toBe(
    'Yes. A failure with a matching title happened on 3 May 2026.',
  );
  expect(describeVerdict({ ...seen, repeats: { ...repeats, failures: 100 } })).toBe(
    'Yes. A failure with a matching title happened at least 100 times, last on 3 May 2026.',
  );
});

test('describeVerdict claims a matching title only if all repeated failures have it', () => {
  const repeats = { failures: 2, failureId: 'f', lastAt: '2026-05-03T12:00:00.000Z', precision: 'instant' } as const;
  const match = { isRepeat: true };
  const matches = [
    { ...match, hasSameTitle: true },
    { ...match, hasSameTitle: false },
  ];
  expect(describeVerdict({ ...seen, repeats, matches })).toBe(
    'Yes. A failure with the same words happened twice, last on 3 May 2026.',
  );
  expect(describeVerdict({ ...seen, repeats, matches: matches.slice(0, 1) })).toContain('with a matching title');
});

test('describeVerdict does not count the searched failure itself', () => {
  const repeats = { failures: 2, failureId: 'f', lastAt: '2026-05-03T12:00:00.000Z', precision: 'instant' } as const;
  const when = { occurredAt: repeats.lastAt, resolvedAt: null, precision: 'instant' } as const;
  const recorded = { id: 'r', kind: 'incident', title: '', ...when } as const;
  expect(describeVerdict({ ...seen, recorded, repeats })).toBe(
    'Yes. It also happened twice, last on 3 May 2026, with a matching title.',
  );
  const own = { ...pattern, otherEpisodes: 3 };
  expect(describeVerdict({ ...seen, recorded, pattern: own })).toBe('Yes. Its pattern has 3 earlier episodes.');
  const query = { kind: 'failure', id: 'f', title: '' } as const;
  expect(describeVerdict({ ...seen, query, pattern: own })).toBe('Yes. This is one of 4 episodes of a pattern.');
});

test('describeVerdict does not claim that a failure belongs to a pattern that it only resembles', () => {
  const when = { occurredAt: '2026-05-03T12:00:00.000Z', resolvedAt: null, precision: 'instant' } as const;
  const recorded = { id: 'r', kind: 'incident', title: '', ...when } as const;
  expect(describeVerdict({ ...seen, recorded, pattern })).toBe(
    'Probably. It resembles a pattern that has happened 4 times.',
  );
});

test('describeVerdict says how many failures were searched if none matches', () => {
  expect(describeVerdict(nothing)).toBe('Not seen before in the 667 known failures.');
  expect(describeVerdict({ ...nothing, searched: 20, complete: false })).toBe(
    'Not seen before in the 20 of 667 failures searched so far.',
  );
});

test('describeVerdict says that the failure may belong to a pattern if no match is certain', () => {
  const possiblePattern = { id: 'p', name: 'Webhooks delayed', remedies: null, failures: 3, of: 4 };
  expect(describeVerdict({ ...nothing, possiblePattern })).toBe('No certain match, but possibly a known pattern.');
});

test('explainNotSeen names the similarity of the closest failure unless it is low, or asks for more text', () => {
  expect(explainNotSeen({ ...nothing, matches: [{ score: 0.53 }] })).toBe('The closest failure is 53\u00a0% similar.');
  const unsure = { ...nothing, verdict: { seenBefore: false, confidence: 0 } };
  expect(explainNotSeen({ ...unsure, matches: [] })).toContain('Paste more of it');
  expect(explainNotSeen({ ...unsure, matches: [{ score: 0.6 }] })).toBe('The closest failure is 60\u00a0% similar.');
  expect(explainNotSeen({ ...nothing, matches: [{ score: 0.46 }] })).toBe('');
  expect(explainNotSeen({ ...seen, matches: [] })).toBe('');
});

test('describeVerdict gives no verdict on a text that does not say what failed', () => {
  const unspecific = { sameTitle: 19, sameService: 12 };
  const answer = { ...nothing, verdict: { seenBefore: false, confidence: 0 }, unspecific };
  expect(describeVerdict(answer)).toBe('This text does not say what failed.');
  expect(explainNotSeen(answer)).toBe(
    '19 failures have this title, and 12 more name this service. Add an error line or what users saw to find the one that matches.',
  );
  expect(explainNotSeen({ ...answer, unspecific: { sameTitle: 1, sameService: 0 } })).toContain(
    '1 failure has this title. Add',
  );
  expect(explainNotSeen({ ...answer, unspecific: { sameTitle: 0, sameService: 2 } })).toContain(
    '2 failures name this service in the title. Add',
  );
});
