import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseDocument } from '../../text/normalise-document.ts';
import { createQuestionIndex } from './question-index.ts';

const read = (id: string, title: string, text = '') => normaliseDocument({ id, title, text, occurredAt: '' });
const ask = (text: string) => read('', text);

const filler = Array.from({ length: 120 }, (_, number) => `filler${number % 40}`).join(' ');
const reports = [
  read('pool', 'Checkout is slow', `${filler} the connection pool of the database was exhausted ${filler}`),
  read('certificate', 'Gateway refuses clients', `${filler} its certificate had expired over night ${filler}`),
  read('disk', 'Writes fail', `${filler} no space was left on the log volume ${filler}`),
];

function filled(documents = reports, kind = 'incident') {
  const index = createQuestionIndex();
  for (const document of documents) index.put(document, kind);
  return index;
}

describe('createQuestionIndex', () => {
  test('a question index finds the long report that contains the words of a question', () => {
    const index = filled();
    expect(index.search(ask('pool exhausted'), 3)[0]?.id).toBe('pool');
    expect(index.search(ask('an expired certificate'), 3)[0]?.id).toBe('certificate');
    expect(index.search(ask('zebra'), 3)).toEqual([]);
  });

  test('a question index ranks a document higher if the words of the question occur close together', () => {
    const together = read('together', 'a', `${filler} replica lagged behind ${filler} ${filler}`);
    const apart = read('apart', 'a', `replica ${filler} lagged ${filler} ${filler} behind`);
    const [first, second] = filled([...reports, together, apart]).search(ask('replica lagged behind'), 2);
    expect([first?.id, second?.id]).toEqual(['together', 'apart']);
    expect(first?.score).toBeGreaterThan(second?.score ?? 1);
  });

  test('a question index scores common words lower than rare ones', () => {
    const same = Array.from({ length: 10 }, (_, number) => read(`same${number}`, 'queue consumer stuck'));
    const best = (documents: typeof reports) =>
      filled(documents).search(ask('queue consumer stuck behind poison'), 1)[0]?.score ?? 0;
    expect(best([...reports, ...same])).toBeLessThan(best([...reports, ...same.slice(0, 1)]));
  });

  test('a question index scores a document at least 0.6 if it contains a question literally, however common the words', () => {
    const same = Array.from({ length: 20 }, (_, number) => read(`same${number}`, 'Connection is not available'));
    const index = filled(same);
    expect(index.search(ask('connection is not available'), 1)[0]?.score).toBeGreaterThanOrEqual(0.6);
    expect(index.search(ask('connection of the gateway to the tariff book'), 1)[0]?.score).toBeLessThan(0.5);
  });

  test('a question index does not lower the weight of a word in incidents because many reverts contain it', () => {
    const reverts = Array.from({ length: 50 }, (_, number) =>
      read(`revert${number}`, `Revert certificate bump ${number}`),
    );
    const index = filled();
    for (const revert of reverts) index.put(revert, 'reverted_change');
    const [first] = index.search(ask('certificate'), 1);
    expect(first?.id).toBe('certificate');
  });

  test('a question index omits a document with the id of the question, and explains a match by shares that sum to 1', () => {
    const index = filled();
    expect(index.search(read('pool', 'pool exhausted'), 3).map(({ id }) => id)).not.toContain('pool');
    const words = index.explain(ask('database pool exhausted'), 'pool');
    expect(words.map(({ term }) => term).sort()).toEqual(['databas', 'exhaust', 'pool']);
    expect(words.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(() => index.explain(ask('pool'), 'unknown')).toThrow('No document unknown');
  });

  test('a question index returns the same results after replacements and removals as a new index', () => {
    const words = ['pool', 'disk', 'certificate', 'queue', 'replica'];
    const step = fc.record({ id: fc.nat(8), title: fc.subarray(words), isRemoved: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const changed = createQuestionIndex();
        const left = new Map<string, string>();
        for (const { id, title, isRemoved } of steps) {
          if (isRemoved) {
            changed.remove(`${id}`);
            left.delete(`${id}`);
          } else {
            changed.put(read(`${id}`, title.join(' ')), 'incident');
            left.set(`${id}`, title.join(' '));
          }
        }
        const rebuilt = filled([...left].map(([id, title]) => read(id, title)));
        for (const word of words) expect(changed.search(ask(word), 10)).toEqual(rebuilt.search(ask(word), 10));
      }),
    );
  });

  test('a question index finds only the remaining documents after thousands of removals', () => {
    const index = createQuestionIndex();
    for (let number = 0; number < 3_000; number++) {
      index.put(read(`${number}`, `disk full ${number}`), 'incident');
      if (number >= 5) index.remove(`${number - 5}`);
    }
    expect(index.search(ask('disk'), 10)).toHaveLength(5);
  });
});
