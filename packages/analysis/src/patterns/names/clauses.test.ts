import { expect, test } from 'vitest';
import { listClauses } from './clauses.ts';

const read = (text: string) => listClauses(text).map(({ written }) => written);

test('listClauses returns the parts of sentences that can stand alone', () => {
  expect(read('WARN pool: no connection left, because the workers were doubled.\n- [x] tests')).toEqual([
    'no connection left',
    'the workers were doubled',
  ]);
  expect(read('We are currently experiencing an increased error rate in one zone')).toEqual([
    'increased error rate in one zone',
  ]);
});

test('listClauses ends a clause at a date and marks the clause after the date as possibly lacking a subject', () => {
  const [first, second] = listClauses('backup of orders stopped at 2024-01-01 10:00 with disk quota exceeded');
  expect(first).toMatchObject({ written: 'backup of orders stopped', isCut: false });
  expect(second).toMatchObject({ written: 'with disk quota exceeded', isCut: true });
});

test('listClauses counts a lower share of plain words in a log line than in a sentence', () => {
  const [log, sentence] = listClauses(
    'at CarrierClient.book retry_count=3 pool/acquire failed\nthe token was not refreshed',
  );
  expect(log?.plain).toBeLessThan(0.7);
  expect(sentence?.plain).toBe(1);
});

test.each(['a,', 'word ', '- ', '.', '# ', '(', '| '])(
  'listClauses reads a long text of %j within a second',
  (piece) => {
    const startedAt = process.cpuUsage();
    expect(listClauses(piece.repeat(100_000)).length).toBeLessThanOrEqual(1);
    expect(process.cpuUsage(startedAt).user / 1_000).toBeLessThan(1_000);
  },
);
