import { normalise } from '@refrain/analysis';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explainText } from './explain-text.ts';
import { createTermRarity } from './term-rarity.ts';

const read = (title: string, fields: object = {}) =>
  normalise({ id: title, title, text: '', occurredAt: '', ...fields });
const rarity = createTermRarity();
const known = ['connection refused', 'connection reset', 'connection pool exhausted'].map((title) => read(title));
for (const { terms } of known) rarity.add(terms.keys());

test('words that are shared are named, the rarest first', () => {
  expect(explainText(read('the connection pool'), read('connection pool exhausted'), 0.8, rarity)).toEqual([
    { signal: 'words', detail: 'shared words: pool, connection', weight: 0.8 },
  ]);
});

test('names of errors and places are told apart from words', () => {
  const place = { services: ['checkout'], repository: 'acme/checkout', paths: ['src/pool.ts'] };
  const [asked, found] = [read('SocketTimeoutException in pool', place), read('pool: SocketTimeoutException', place)];
  const evidence = explainText(asked, found, 0.6, rarity);
  expect(evidence.map(({ signal }) => signal)).toEqual(['signature', 'words', 'service', 'repository', 'paths']);
  expect(evidence[0]?.detail).toMatch(/^the same names of errors: .*SocketTimeoutException/iu);
});

test('where nothing is shared but spelling, that is said', () => {
  expect(explainText(read('zebra'), read('zebrafish'), 0.3, rarity).map(({ signal }) => signal)).toEqual(['spelling']);
});

test('the weights of any two texts add up to the score', () => {
  const words = fc.array(fc.constantFrom('connection', 'pool', 'TypeError', 'E1234', 'disk', '<b>', '\u0000'));
  fc.assert(
    fc.property(words, words, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, score) => {
      const evidence = explainText(read(a.join(' ')), read(b.join(' ')), score, rarity);
      expect(evidence.length).toBeGreaterThan(0);
      expect(evidence.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(score, 2);
    }),
  );
});

test('what a failure that goes had counts no more', () => {
  const counted = createTermRarity();
  counted.add(['a', 'b']);
  const before = counted.weigh('a');
  counted.add(['a']);
  counted.remove(['a']);
  expect(counted.weigh('a')).toBe(before);
  counted.remove(['a', 'b']);
  expect(counted.weigh('a')).toBe(1);
});
