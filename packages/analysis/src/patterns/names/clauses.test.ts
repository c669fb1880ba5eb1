import { expect, test } from 'vitest';
import { listClauses, readClause, removeDetails } from './clauses.ts';

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

test.each([
  [
    'backup of orders stopped at 2024-01-01 10:00 with disk quota exceeded',
    'backup of orders stopped with disk quota exceeded',
  ],
  ['van age 41s exceeds target 60s', 'van age exceeds target'],
  ['parcel lag group=depot topic=vans lag=5512', 'parcel lag'],
  ['4 vans waiting', 'vans waiting'],
  ['sorter killed at 44 % of the parcel list', 'sorter killed'],
  ['parcel queue grew to 12 in an hour', 'parcel queue grew in an hour'],
  ['pods restarted on node-7', 'pods restarted'],
  ['503 from the parcel ledger', '503 from the parcel ledger'],
  ['2FA handshake with s3 failed', '2FA handshake with s3 failed'],
])('listClauses removes values, but no status codes and names: %s', (text, written) => {
  expect(read(text)).toEqual([written]);
});

test('listClauses omits that only some users were affected', () => {
  expect(read('Parcel label creation failing for some customers in West US')).toEqual([
    'Parcel label creation failing',
  ]);
  expect(read('Parcel labels fail for a subset of users')).toEqual(['Parcel labels fail']);
});

test('listClauses ends a clause before a number of things, which may belong to the next words', () => {
  expect(read('rolling restart of 12 vans')).toEqual(['rolling restart']);
});

test.each(['exceeds the parcel target', 'breaks old depot apps', 'with disk quota exceeded'])(
  'listClauses marks a clause that lacks a subject: %s',
  (text) => {
    expect(listClauses(text)).toMatchObject([{ isCut: true }]);
  },
);

test.each([
  ['bookings for the carrier via Fleetline', 'bookings for the carrier'],
  ['packets to the north depot are dropped', 'packets are dropped'],
  ['parcel ledger rejects row_key twice', 'parcel ledger rejects twice'],
  ['bookings via the parcel ledger stuck', 'bookings via the parcel ledger stuck'],
  ['failed to open the parcel ledger', 'failed to open the parcel ledger'],
])('removeDetails removes identifiers and phrases of unknown words: %s', (text, written) => {
  const clause = readClause(text);
  const known = new Set(['parcel', 'ledger', 'stuck', 'reject', 'drop', 'book', 'packet', 'fail', 'carrier']);
  expect(clause && removeDetails(clause, (term) => known.has(term)).written).toBe(written);
});

test('removeDetails keeps a phrase that an “and” continues', () => {
  const clause = readClause('delays in web and email delivery');
  expect(clause && removeDetails(clause, () => false).written).toBe('delays in web and email delivery');
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
