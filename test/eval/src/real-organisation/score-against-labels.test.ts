import { expect, test } from 'vitest';
import { scoreResolutions } from '../passages/score-resolutions.ts';
import { groupByAverageLinkage } from './average-linkage.ts';
import { createBm25Ranking } from './bm25.ts';
import { scoreSearch } from './score-search.ts';

const texts = [
  { id: 'pool', text: 'The connection pool of checkout ran dry under load' },
  { id: 'pool again', text: 'The connection pool of checkout ran dry once more' },
  { id: 'disk', text: 'The disk of the log volume was full' },
];

test('BM25 ranks texts by rare shared words and omits texts without a shared word', () => {
  const rank = createBm25Ranking(texts);
  expect(rank('pool under load')[0]).toBe('pool');
  expect(rank('log volume')).toEqual(['disk']);
  expect(rank('elevator')).toEqual([]);
});

test('average linkage joins similar texts only', () => {
  const patternOf = new Map(groupByAverageLinkage(texts).map(({ id, pattern }) => [id, pattern]));
  expect(patternOf.get('pool')).toBe(patternOf.get('pool again'));
  expect(patternOf.get('pool')).not.toBeNull();
  expect(patternOf.get('disk')).toBeNull();
});

test('scoreResolutions returns the shares of found resolutions, of right quotations, and of reports that rightly get no quotation', () => {
  const resolved = 'We restarted the service by hand and everything was healthy again.';
  const report = { source: 'a', title: 'Down', text: `## Resolution\n\n${resolved}`, quote: resolved };
  const silent = { source: 'a', title: 'Lift', text: 'The lift stood still.', quote: null };
  expect(scoreResolutions([report, silent], [])).toMatchObject({
    reports: 2,
    learntFrom: 0,
    found: 1,
    precision: 1,
    leftEmpty: 1,
    words: { found: 0, precision: null, leftEmpty: 1 },
  });
  expect(scoreResolutions([report], [{ ...report, source: 'b' }])).toMatchObject({ learntFrom: 1, found: 1 });
});

test('scoreSearch scores both the search of Refrain and the BM25 baseline', async () => {
  const records = [
    ...texts.map(({ id, text }) => ({ ...place, id, title: id, text })),
    ...Array.from({ length: 30 }, (_, at) => ({ ...place, id: `other${at}`, title: `Lift ${at} is stuck`, text: '' })),
  ];
  const question = (query: string, ...right: string[]) => ({ query, source: 'a', right });
  const questions = [question('the log volume has a full disk', 'disk'), question('the tide flooded the cellar')];
  expect(await scoreSearch(records, questions, null)).toMatchObject({
    questions: 1,
    withoutAnswer: 1,
    recallAt1: 1,
    recallAt5: 1,
    said: 1,
    falselySaid: 0,
    bm25: { recallAt1: 1, recallAt5: 1 },
  });
  expect(await scoreSearch(records, [question('nothing')], null)).toBeNull();
});

test('scoreSearch compares the search with a sentence model and the search by words alone', async () => {
  const records = ['saturated pool', 'leaking pool'].map((text) => ({ ...place, id: text, title: text, text: '' }));
  const questions = [{ query: 'exhausted pool', source: 'a', right: ['saturated pool'] }];
  const embedder = {
    embed: async (all: readonly string[]) =>
      all.map((text) => (/saturated|exhausted/u.test(text) ? Int8Array.of(1, 0) : Int8Array.of(0, 1))),
  };
  expect(await scoreSearch(records, questions, embedder)).toMatchObject({ recallAt1: 1, words: { recallAt1: 0 } });
});

const place = {
  occurredAt: '2026-01-01T00:00:00.000Z',
  kind: 'incident' as const,
  paths: [],
  repository: null,
  services: [],
  environment: null,
};
