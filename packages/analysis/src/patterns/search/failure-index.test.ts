import { describe, expect, test } from 'vitest';
import { createFailureIndex, type FailureIndexQuery, type IndexedFailure } from './failure-index.ts';

const kinds = [
  'database connection pool exhausted under load',
  'certificate of the gateway has expired',
  'disk of the log volume is full',
  'queue consumer is stuck behind a poison message',
];

function failure(number: number, fields: Partial<IndexedFailure> = {}): IndexedFailure {
  return {
    id: `f${number}`,
    title: kinds[number % kinds.length] ?? '',
    text: `seen by shard ${String.fromCharCode(97 + (number % 26))}`,
    occurredAt: '2026-01-02T00:00:00.000Z',
    services: [Math.floor(number / 4) % 2 === 0 ? 'Checkout' : 'cart'],
    environment: number % 3 === 0 ? 'production' : null,
    ...fields,
  };
}

function ask(index: ReturnType<typeof createFailureIndex>, text: string, fields: Partial<FailureIndexQuery> = {}) {
  const document = { id: '', title: text, text: '', occurredAt: '' };
  const all = {
    document,
    isQuestion: false,
    maxMatches: 10,
    explainedCount: 10,
    excludedIds: [],
    service: null,
    environment: null,
  };
  return index.search({ ...all, ...fields });
}

const filled = () => {
  const index = createFailureIndex();
  index.put(Array.from({ length: 400 }, (_, number) => failure(number)));
  return index;
};

test('a failure index searches some of its failures during the initial load and all of them afterwards', () => {
  const index = createFailureIndex();
  expect(ask(index, 'connection pool')).toEqual({
    matches: [],
    searched: 0,
    wordCount: 2,
    isComparedByMeaning: false,
    vectorCount: 0,
    sameTitleIds: [],
    samePlaceIds: null,
  });
  let before = 0;
  for (let start = 0; start < 1_000; start += 50) {
    index.put(Array.from({ length: 50 }, (_, number) => failure(start + number)));
    const { searched, matches } = ask(index, 'connection pool exhausted');
    expect(searched).toBeGreaterThanOrEqual(before);
    expect(searched).toBeLessThanOrEqual(index.size());
    expect(matches.length > 0).toBe(searched > 0);
    before = searched;
  }
  expect(before).toBeLessThan(1_000);
  index.finish();
  expect(ask(index, 'connection pool exhausted').searched).toBe(1_000);
});

test('a search finds added and replaced failures, but no dropped ones', () => {
  const index = filled();
  index.finish();
  const best = (text: string) => ask(index, text).matches[0]?.id;
  index.put([failure(400, { title: 'elevator does not move' })]);
  expect(best('elevator does not move')).toBe('f400');
  index.put([failure(0, { title: 'elevator fell into the pit' })]);
  expect(best('elevator fell into the pit')).toBe('f0');
  expect(index.size()).toBe(401);
  index.drop(['f0', 'f400', 'unknown']);
  expect(index.size()).toBe(399);
  expect(ask(index, 'elevator').matches).toEqual([]);
});

test('compact, which precomputes values, does not change search results', () => {
  const index = filled();
  expect(index.compact(1_000)).toBe(0);
  index.finish();
  index.put([failure(400, { title: 'elevator does not move' }), failure(1, { title: 'disk is slow' })]);
  index.drop(['f2', 'f400']);
  const before = kinds.map((text) => ask(index, text));
  expect(index.compact(0)).toBeGreaterThan(0);
  while (index.compact(1) > 0);
  expect(kinds.map((text) => ask(index, text))).toEqual(before);
});

test('a search does not find a failure that was dropped during the initial load', () => {
  const index = filled();
  index.drop(['f0']);
  expect(ask(index, kinds[0] ?? '', { maxMatches: 100 }).matches.map(({ id }) => id)).not.toContain('f0');
  index.finish();
  expect(ask(index, kinds[0] ?? '').searched).toBe(399);
});

test('search filters by service, environment and excluded ids', () => {
  const index = filled();
  index.finish();
  const text = `${kinds.join(' ')} shard`;
  const numbers = (fields: Partial<FailureIndexQuery>) =>
    ask(index, text, { maxMatches: 100, ...fields }).matches.map(({ id }) => Number(id.slice(1)));
  expect(numbers({}).length).toBeGreaterThan(10);
  const ofService = numbers({ service: 'CHECKOUT' });
  expect(ofService.length).toBeGreaterThan(0);
  expect(ofService.every((number) => Math.floor(number / 4) % 2 === 0)).toBe(true);
  const inProduction = numbers({ environment: 'Production' });
  expect(inProduction.length).toBeGreaterThan(0);
  expect(inProduction.every((number) => number % 3 === 0)).toBe(true);
  const [first = 0] = numbers({});
  expect(numbers({ excludedIds: [`f${first}`] })).not.toContain(first);
});

test.each(['loading', 'finished'])(
  'a %s index explains the requested number of matches by evidence that sums to the score',
  (state) => {
    const index = filled();
    if (state === 'finished') index.finish();
    for (const document of [failure(0), { id: '', title: `${kinds[0]}`, text: '', occurredAt: '' }]) {
      const { matches } = ask(index, '', { document, explainedCount: 12, maxMatches: 20 });
      expect(matches.map(({ evidence }) => evidence.length > 0)).toEqual(matches.map((_, at) => at < 12));
      expect(matches.map(({ id }) => id)).not.toContain(document.id);
      for (const { score, evidence } of matches.slice(0, 12)) {
        expect(evidence.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(score, 2);
      }
      expect(matches[0]?.evidence.map(({ signal }) => signal)).toContain('words');
    }
  },
);

test('a search marks matches that share a word with the query, but not matches that are only spelt similarly', () => {
  const index = filled();
  index.put([failure(400, { title: 'zebrafish' })]);
  index.finish();
  const first = (text: string) => ask(index, text).matches.find(({ id }) => id === 'f400');
  expect(first('zebrafishes swim')?.sharesWords).toBe(true);
  expect(first('zebra')?.sharesWords).toBe(false);
});

test('a match that shares only the rule of an alert is weak, and names other shared words before the rule', () => {
  const index = filled();
  index.put([
    failure(400, { title: '[FIRING:2] KubePodCrashLooping', text: 'Liveness probe of the mill failed' }),
    failure(401, { title: '[FIRING:3] KubePodCrashLooping', text: 'Container exceeded its memory limit' }),
  ]);
  index.finish();
  const { matches } = ask(index, '[FIRING:1] KubePodCrashLooping: container exceeded the memory limit', {
    isQuestion: true,
  });
  const find = (id: string) => matches.find((match) => match.id === id);
  expect([find('f400')?.isWeak, find('f401')?.isWeak]).toEqual([true, false]);
  expect(find('f401')?.shared?.words).toEqual(expect.arrayContaining(['container', 'memory', 'limit']));
  expect(find('f401')?.shared?.words).not.toContain('KubePodCrashLooping');
});

test.each(['', ' ', '????', '\u0000\u001b[2J', '\u202e\u200b', 'a'.repeat(20_000), '('.repeat(20_000)])(
  'a search for a text without known words has no matches: %#',
  (text) => {
    const index = filled();
    index.finish();
    expect(ask(index, text).matches).toEqual([]);
  },
);

describe('a failure index with sentence vectors', () => {
  /** Vectors of the title and of one passage. The last failure resembles the query `[0, 1]` only by its passage. */
  function fillWithVectors(share = 1) {
    const index = filled();
    index.finish();
    for (let number = 0; number < share * 400; number++)
      index.putVectors(`f${number}`, Int8Array.of(100, 0, number === 399 ? 0 : 100, number === 399 ? 100 : 0), 2);
    return index;
  }
  const vector = Int8Array.of(0, 127);
  const question = (index: ReturnType<typeof createFailureIndex>, fields: Partial<FailureIndexQuery> = {}) =>
    ask(index, 'queue consumer is stuck', { isQuestion: true, vector, explainedCount: 1, ...fields });

  test('a question finds the failure with the most similar passage first, and says which passage it is', () => {
    const { matches, isComparedByMeaning } = question(fillWithVectors());
    expect(isComparedByMeaning).toBe(true);
    expect(matches[0]).toMatchObject({ id: 'f399', passage: 1 });
    expect(matches[0]?.evidence.map(({ signal }) => signal)).toEqual(['meaning', 'words']);
    const sum = (matches[0]?.evidence ?? []).reduce((all, { weight }) => all + weight, 0);
    expect(sum).toBeCloseTo(matches[0]?.score ?? 0, 2);
    expect(matches[0]?.wordScore).toBeLessThan(matches[0]?.score ?? 0);
  });

  test('a question is compared by its words alone while many failures have no vector', () => {
    const index = fillWithVectors(0.9);
    const { matches, isComparedByMeaning } = question(index);
    expect(isComparedByMeaning).toBe(false);
    expect(matches).toEqual(question(index, { vector: undefined }).matches);
  });

  test('a failure without a vector is scored by its words alone', () => {
    const index = fillWithVectors();
    index.put([failure(399, { title: 'queue consumer is stuck behind a poison message', text: '' })]);
    const { matches } = question(index, { maxMatches: 400 });
    const changed = matches.find(({ id }) => id === 'f399');
    expect(changed).toMatchObject({ passage: null });
    expect(changed?.score).toBe(changed?.wordScore);
  });
});

test('a question that names a service finds the failure that failed in the same way, not others of the service', () => {
  const index = filled();
  const services = ['invoice-mill'];
  index.put([
    failure(900, { title: 'Trim unused actions of invoice-mill', text: 'Access denied', services }),
    failure(901, { title: 'Import restarts', text: 'worker OOMKilled, exit code 137', services: ['import-desk'] }),
  ]);
  index.finish();
  const { matches } = ask(index, 'invoice-mill OOMKilled exit code 137', { isQuestion: true });
  expect(matches.map(({ id }) => id)).toEqual(['f901']);
  expect(matches[0]?.shared?.words).not.toContain('invoice');
});
