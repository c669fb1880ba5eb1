import { json } from 'node:stream/consumers';
import type { Resolution, SearchMatch, SearchResponse } from '@refrain/domain';
import { expect, test } from 'vitest';
import { sendJson, startSimulatedApi } from '../api-under-test.ts';
import { runProgram } from '../run-under-test.ts';

const resolution: Resolution = {
  stated: { quote: 'We bounded the pool and restarted it.', confidence: 0.7 },
  change: {
    kind: 'merged_pull_request',
    title: 'Bound the pool',
    url: 'https://github.com/acme/checkout/pull/12',
    certainty: 'nearly_certain',
    reason: 'the incident names #12',
  },
};

const match: SearchMatch = {
  failure: {
    id: 'f1',
    kind: 'incident',
    title: 'Checkout:\u001b[2J pool\nexhausted',
    url: null,
    repository: 'acme/checkout',
    occurredAt: '2026-01-01T08:00:00.000Z',
    resolvedAt: null,
    precision: 'instant',
    services: ['checkout'],
    environment: null,
  },
  score: 0.834,
  isRepeat: false,
  hasSameTitle: false,
  isWeak: false,
  pattern: { id: 'p1', name: 'Pool runs dry', remedies: null },
  resolution: { ...resolution, stated: null },
  excerpt: 'FATAL: the pool is exhausted',
  shared: { hasLine: false, words: ['pool', 'exhausted'], services: ['checkout'] },
  evidence: [
    { signal: 'service', detail: 'the same service: checkout', weight: 0.1 },
    { signal: 'words', detail: 'shared words: pool, exhausted', weight: 0.6 },
    { signal: 'time', detail: '300 days apart', weight: -0.1 },
  ],
};

const seen: SearchResponse = {
  query: { kind: 'text', id: null, title: null },
  corrections: [],
  verdict: { seenBefore: true, confidence: 0.873 },
  pattern: {
    id: 'p1',
    name: 'Pool runs dry',
    episodes: 4,
    otherEpisodes: 4,
    remedies: null,
    lastAt: '2026-02-01T00:00:00.000Z',
    confidence: 0.873,
    lesson: 'Under load the pool had no bound.',
  },
  recorded: null,
  repeats: null,
  unspecific: null,
  possiblePattern: null,
  resolution: {
    ...resolution,
    source: 'pattern',
    failureId: 'f9',
    title: 'Pool empty',
    occurredAt: '2026-02-01T00:00:00.000Z',
    precision: 'instant',
  },
  matches: [match],
  searched: 1_200,
  failures: 1_200,
  complete: true,
  meaning: null,
};

const unseen = { seenBefore: false, confidence: 0.7 };

async function run(args: readonly string[], answer: SearchResponse = seen) {
  const questions: unknown[] = [];
  const api = await startSimulatedApi(async (request, response) => {
    questions.push([request.url, await json(request)]);
    sendJson(response, 200, answer);
  });
  return { ...(await runProgram(api, ['seen', ...args])), questions };
}

test('seen prints the pattern, the latest resolution, and each match with its reasons, strongest first', async () => {
  const corrections = [{ typed: 'exhuasted', understood: 'exhausted' }];
  const { out, exitCode } = await run(['pool', 'exhuasted'], { ...seen, corrections });
  expect(out.replace('\u001b', '')).toBe(`Showing results for “exhausted” instead of “exhuasted”.
Seen before (87 % likely)
  “Pool empty” (2026-02-01) was resolved by: “We bounded the pool and restarted it.”
  “Pool empty” (2026-02-01) was resolved by merged pull request “Bound the pool” https://github.com/acme/checkout/pull/12
  Pattern: Pool runs dry, 4 episodes, last on 2026-02-01. Under load the pool had no bound.
  npx refrain patterns p1

1. 2026-01-01  checkout  Checkout:[2J pool exhausted  (83 % similar)
   resolved by merged pull request “Bound the pool” https://github.com/acme/checkout/pull/12
   text: “FATAL: the pool is exhausted”
   why: shared words: pool, exhausted; the same service: checkout
   pattern: Pool runs dry
   npx refrain failures f1

1200 failures were searched.
`);
  expect(exitCode).toBe(0);
});

test('seen prints each possible verdict, and exits with 0', async () => {
  const none = { ...seen, pattern: null, resolution: null };
  const once = await run(['x'], { ...none, verdict: { seenBefore: true, confidence: 0.61 } });
  expect(once.out).toContain('Possibly seen before: a similar failure has happened.\n');
  const repeated = await run(['x'], {
    ...seen,
    repeats: { failures: 3, failureId: 'f1', lastAt: '2026-02-01T00:00:00.000Z', precision: 'instant' },
  });
  expect(repeated.out).toContain('Seen before: a failure with the same words happened 3 times, last on 2026-02-01.\n');
  const recorded = await run(['x'], {
    ...seen,
    recorded: {
      id: 'f7',
      kind: 'incident',
      title: 'Pool empty',
      occurredAt: '2026-03-01T00:00:00.000Z',
      resolvedAt: null,
      precision: 'instant',
    },
  });
  expect(recorded.out).toContain(
    'This failure is already recorded and not counted below: “Pool empty” (2026-03-01)\n  npx refrain failures f7\n',
  );
  const resolved = {
    ...match,
    resolution: null,
    failure: { ...match.failure, resolvedAt: '2026-01-02T00:00:00.000Z' },
  };
  const nearly = await run(['x'], {
    ...none,
    verdict: { seenBefore: false, confidence: 0.7 },
    matches: [resolved, { ...match, resolution: null }],
  });
  expect(nearly.out).toContain('Not seen before: the closest failure is 83 % similar.\n');
  expect(nearly.out.match(/ {3}.*resolved.*\n/gu)).toEqual(['   resolved on 2026-01-02\n']);
  const low = { ...match, score: 0.46, resolution: null };
  const distant = await run(['x'], { ...none, verdict: { seenBefore: false, confidence: 0.7 }, matches: [low] });
  expect(distant.out).toContain('Not seen before.\n');
  expect(distant.out).not.toContain('similar');
  const empty = await run(['x'], { ...none, verdict: { seenBefore: false, confidence: 0.98 }, matches: [] });
  expect(empty.out).toBe('Not seen before: no known failure resembles it.\n\n1200 failures were searched.\n');
  const early = await run(['x'], {
    ...none,
    verdict: { seenBefore: false, confidence: 0 },
    matches: [],
    searched: 0,
    complete: false,
  });
  expect(early.out).toMatch(
    /^There are no failures to compare with yet\.\n\n0 of 1200 failures were searched\. The index is/u,
  );
  expect([once, nearly, empty, early].map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0]);
});

test('seen names the pattern of most similar failures if no match is certain', async () => {
  const possiblePattern = { id: 'p1', name: 'Pool runs dry', remedies: null, failures: 3, of: 4 };
  const { out } = await run(['x'], { ...seen, pattern: null, resolution: null, verdict: unseen, possiblePattern });
  expect(out).toContain(`No certain match, but possibly a known pattern.
  It may be “Pool runs dry”: 3 of the 4 most similar failures belong to this pattern.
  npx refrain patterns p1
`);
});

test('seen lists at most three failures of a pattern, and no weak matches', async () => {
  const copies = ['f2', 'f3', 'f4', 'f5'].map((id) => ({ ...match, failure: { ...match.failure, id } }));
  const { out } = await run(['x'], { ...seen, matches: [match, ...copies, { ...match, isWeak: true }] });
  expect(out.match(/^\d\./gmu)).toEqual(['1.', '2.', '3.']);
  expect(out).toContain(`2 more failures of the pattern “Pool runs dry”.
1 more failure shares only a common word or a small part of the text.
`);
});

test('seen distinguishes a text, a failure id, a URL and standard input', async () => {
  const asked = async (...args: string[]) => (await run(args)).questions;
  const id = 'abcdefghijklmnopqrstuv27';
  expect(await asked('pool', 'is empty')).toEqual([['/v1/search', { text: 'pool is empty', limit: 5 }]]);
  expect(await asked(id, '--limit', '50')).toEqual([['/v1/search', { failureId: id, limit: 50 }]]);
  const url = 'https://github.com/acme/api/pull/1#x';
  expect(await asked(url, '--service', 'a', '--environment', 'b')).toEqual([
    ['/v1/search', { url, limit: 5, service: 'a', environment: 'b' }],
  ]);
  expect(await asked('see https://github.com/acme')).toMatchObject([
    ['/v1/search', { text: 'see https://github.com/acme' }],
  ]);
  expect(await asked('-')).toEqual([['/v1/search', { text: 'piped', limit: 5 }]]);
});

test('seen names the failure or change that it searched for', async () => {
  const about = (kind: 'failure' | 'change') =>
    run(['x'], { ...seen, query: { kind, id: 'f2', title: 'Cart is\ndown' } });
  expect((await about('failure')).out).toMatch(/^Failure: Cart is down\nSeen before/u);
  expect((await about('change')).out).toMatch(/^Change: Cart is down\nSeen before/u);
});

test('seen --json prints the response of the API, and a note if the text was shortened', async () => {
  const { out, notes, questions } = await run(['a'.repeat(20_001), '--json']);
  expect(JSON.parse(out)).toEqual(seen);
  expect(notes).toBe('Only the first 20000 characters are compared.\n');
  expect(questions).toMatchObject([['/v1/search', { text: 'a'.repeat(20_000) }]]);
});

test('seen refuses an empty text and an invalid limit', async () => {
  await expect(run([' '])).rejects.toMatchObject({ code: 'invalid_input' });
  await expect(run(['x', '--limit', '51'])).rejects.toThrow(/from 1 to 50/u);
});

test.each([
  [{ isCompared: true, failuresWithVectors: 1_200 }, '1200 failures were searched by words and meaning.'],
  [
    { isCompared: false, failuresWithVectors: 40 },
    '1200 failures were searched by words alone, because only 40 of 1200 have sentence vectors yet.',
  ],
  [null, '1200 failures were searched.'],
])('seen says how the failures were compared if the meaning is %j', async (meaning, expected) => {
  const { out } = await run(['pool exhausted'], { ...seen, meaning });
  expect(out).toContain(expected);
});
