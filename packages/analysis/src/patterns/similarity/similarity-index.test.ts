import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FailureDocument } from '../../text/failure-document.ts';
import { normaliseDocument } from '../../text/normalise-document.ts';
import { createSimilarityIndex } from './similarity-index.ts';

function write(id: string, title: string, text = ''): FailureDocument {
  return { id, title, text, occurredAt: '2024-01-01T00:00:00Z' };
}

const documents = [
  write('a', 'Database connection pool exhausted', 'checkout could not get a connection from the pool'),
  write('b', 'Connection pool of the database exhausted again', 'no free connection for checkout'),
  write('c', 'Certificate expired on the gateway', 'TLS handshakes failed with CERT_EXPIRED'),
  write('d', 'Gateway certificate has expired', 'TLS handshake failures'),
  write('e', 'Search results are in the wrong order', 'ranking weights were swapped'),
].map(normaliseDocument);

/** With this many documents, adding one more does not yet cause the word rarities to be recomputed. */
const twentyOthers = Array.from({ length: 20 }, (_, at) =>
  normaliseDocument(write(`other ${at}`, `disk ${at} is full`)),
);

const sentence = fc.array(
  fc.constantFrom('pool', 'database', 'timeout', 'certificate', 'gateway', 'disk', 'full', 'node'),
  { maxLength: 6 },
);
const corpus = fc
  .array(sentence, { minLength: 1, maxLength: 12 })
  .map((all) =>
    all.map((words, index) => normaliseDocument(write(`d${index}`, words.slice(0, 2).join(' '), words.join(' ')))),
  );

describe('createSimilarityIndex', () => {
  test('a similarity index ranks the recurrence of a failure first, and omits the failure itself', () => {
    const index = createSimilarityIndex(documents);
    expect(index.neighbours('a', 3)[0]?.id).toBe('b');
    expect(index.neighbours('d', 3)[0]?.id).toBe('c');
    expect(index.neighbours('a', 10).map(({ id }) => id)).not.toContain('a');
  });

  test('a similarity index finds documents that resemble a text outside the index', () => {
    const index = createSimilarityIndex(documents);
    expect(index.search(normaliseDocument(write('new', 'expired certificate')), 1)[0]?.id).toMatch(/[cd]/u);
  });

  test('a similarity index ranks a document with the same text first and finds nothing for an empty document', () => {
    const index = createSimilarityIndex([
      ...documents,
      { ...documents[0], id: 'twin' } as (typeof documents)[0],
      normaliseDocument(write('empty', '')),
    ]);
    const [first, second] = index.neighbours('a', 2);
    expect(first?.id).toBe('twin');
    expect(first?.score).toBeGreaterThan(second?.score ?? 1);
    expect(index.neighbours('empty', 5)).toEqual([]);
  });

  test('a similarity index ranks equal texts by their distance in time, and states the number of days between them', () => {
    const at = (id: string, occurredAt: string) =>
      normaliseDocument({ ...write(id, 'Certificate expired on the gateway', 'TLS handshakes failed'), occurredAt });
    const index = createSimilarityIndex([
      at('now', '2024-03-01T00:00:00Z'),
      at('long ago', '2022-03-01T00:00:00Z'),
      at('lately', '2024-02-20T00:00:00Z'),
      at('some day', ''),
    ]);
    const found = index.neighbours('now', 3);
    expect(found.map(({ id }) => id)).toEqual(['some day', 'lately', 'long ago']);
    const { score = 0 } = found[2] ?? {};
    const evidence = index.explain(at('now', '2024-03-01T00:00:00Z'), found)[2] ?? [];
    expect(evidence.find(({ signal }) => signal === 'time')?.detail).toBe('731 days apart');
    expect(evidence.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(score, 2);
  });

  test('a similarity index scores a document that resembles everything lower than a real match', () => {
    const all = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'eta', 'theta', 'iota'];
    const hub = write('hub', 'Timeout', all.map((name) => `${name} timed out`).join(' '));
    const twins = [
      write('alpha one', 'alpha timed out', 'queue of mails stood still'),
      write('alpha two', 'alpha timed out', 'queue of mails stood still again'),
    ];
    const others = all.slice(1).map((name) => write(name, `${name} timed out`, `${name} did not answer`));
    const index = createSimilarityIndex([hub, ...twins, ...others].map(normaliseDocument));
    const scoreOf = (a: string, b: string) => index.neighbours(a, 20).find(({ id }) => id === b)?.score ?? 0;
    expect(index.neighbours('alpha one', 1)[0]?.id).toBe('alpha two');
    expect(scoreOf('beta', 'hub')).toBeLessThan(scoreOf('alpha one', 'alpha two'));
  });

  test('a similarity index explains each match by weights that sum to the score, whether or not the query is indexed', () => {
    const someDay = fc.constantFrom('', '2023-12-31T00:00:00Z', '2024-01-01T12:00:00Z', '2026-01-01T00:00:00Z');
    fc.assert(
      fc.property(corpus, sentence, someDay, (all, words, occurredAt) => {
        const index = createSimilarityIndex(all);
        const query = normaliseDocument({ ...write('asked', words.join(' ')), occurredAt });
        for (const document of [query, all[0] ?? query]) {
          const found = index.search(document, 20);
          index.explain(document, found).forEach((evidence, at) => {
            expect(evidence.length).toBeGreaterThan(0);
            expect(evidence.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(found[at]?.score ?? 0, 2);
          });
        }
      }),
      { numRuns: 50 },
    );
  });

  test('a similarity index explains a match by a word that only an added document contains', () => {
    const index = createSimilarityIndex([...documents, ...twentyOthers]);
    index.compact(1);
    index.add(normaliseDocument(write('new', 'elevator stuck')));
    const query = normaliseDocument(write('asked', 'the elevator broke'));
    expect(index.explain(query, index.search(query, 1))[0]?.[0]?.detail).toBe('shared words: elevator');
  });

  test('a similarity index throws if a match to explain is not in the index', () => {
    const index = createSimilarityIndex(documents);
    expect(() => index.explain(normaliseDocument(write('asked', '')), [{ id: 'nobody', score: 1 }])).toThrow(
      /No document nobody/u,
    );
  });

  test('a similarity index throws if the document whose neighbours are requested is not in the index', () => {
    expect(() => createSimilarityIndex(documents).neighbours('nobody', 1)).toThrow(/No document nobody/u);
  });

  test('a similarity index returns exactly the same results for documents in any order', () => {
    fc.assert(
      fc.property(corpus, fc.infiniteStream(fc.nat()), (all, random) => {
        const shuffled = all
          .map((document) => ({ document, key: random.next().value as number }))
          .sort((x, y) => x.key - y.key);
        const one = createSimilarityIndex(all);
        const other = createSimilarityIndex(shuffled.map(({ document }) => document));
        for (const { id } of all) expect(other.neighbours(id, 5)).toEqual(one.neighbours(id, 5));
      }),
      { numRuns: 50 },
    );
  });

  test('a similarity index returns the same results for documents added later as for the initial documents', () => {
    fc.assert(
      fc.property(corpus, (all) => {
        const grown = createSimilarityIndex(all.slice(0, 1));
        grown.neighbours('d0', 1);
        for (const document of all.slice(1)) grown.add(document);
        const whole = createSimilarityIndex(all);
        for (const { id } of all) expect(grown.neighbours(id, 5)).toEqual(whole.neighbours(id, 5));
      }),
      { numRuns: 30 },
    );
  });

  test('a similarity index finds added and replaced documents, but no removed ones, in a large index', () => {
    const kinds = ['pool exhausted', 'certificate expired', 'disk full', 'queue stuck', 'cache stale'];
    const many = Array.from({ length: 100 }, (_, at) =>
      normaliseDocument(
        write(`m${at}`, `${kinds[at % kinds.length]} on shard ${String.fromCharCode(97 + (at % 23))}x`),
      ),
    );
    const index = createSimilarityIndex(many);
    expect(index.compact(60)).toBe(40);
    expect(index.compact(60)).toBe(0);
    const nearest = (text: string) => index.search(normaliseDocument(write('?', text)), 1)[0]?.id;
    index.add(normaliseDocument(write('new', 'elevator stuck between floors', 'the elevator did not move')));
    expect(index.compact(10)).toBe(0);
    expect(nearest('elevator did not move')).toBe('new');
    index.add(normaliseDocument(write('m0', 'lightning struck the mast')));
    expect(nearest('struck by lightning')).toBe('m0');
    expect(index.neighbours('m0', 100).map(({ id }) => id)).not.toContain('m0');
    index.remove('m0');
    index.remove('never there');
    expect(nearest('struck by lightning')).not.toBe('m0');
    expect(() => index.neighbours('m0', 1)).toThrow(/No document m0/u);
  });

  test('a similarity index returns symmetric scores in (0, 1]', () => {
    fc.assert(
      fc.property(corpus, (all) => {
        const index = createSimilarityIndex(all);
        const scores = new Map(
          all.flatMap(({ id }) => index.neighbours(id, 99).map((found) => [`${id} ${found.id}`, found.score])),
        );
        for (const [pair, score] of scores) {
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(1);
          expect(scores.get(pair.split(' ').reverse().join(' '))).toBe(score);
        }
      }),
      { numRuns: 50 },
    );
  });
});
