import { expect, test } from 'vitest';
import { readCauseAccounts } from './cause-accounts.ts';

const filler = 'The team met at noon and wrote down what it had seen so far. '.repeat(12);
const cause = 'The root cause was that the cart service ran out of memory. '.repeat(12);
const report = {
  id: 'report',
  title: 'Shop down',
  text: `${filler}\n\n${cause}`,
  occurredAt: '2024-01-01T00:00:00Z',
  kind: 'incident',
} as const;
const alert = { ...report, id: 'alert', text: 'Probe failed' };
const points = [report, alert].map(({ id }) => ({ failureIds: [id], episodeId: id }));
/** Vectors of the title and the passages. Those of the passages with the cause point to the right, all others up. */
const vectors = new Map([
  ['report', { values: Int8Array.of(0, 1, 0, 1, 0, 1, 1, 0, 1, 0), count: 5 }],
  ['alert', { values: Int8Array.of(0, 1, 0, 1), count: 2 }],
]);

test('readCauseAccounts reads the mechanisms and the words of the cause of long reports only', () => {
  const [account, ofAlert] = readCauseAccounts(points, [report, alert], vectors) ?? [];
  expect(ofAlert).toBeNull();
  expect([...(account?.mechanisms.keys() ?? [])]).toContain('memory-exhausted');
  expect(account?.words.get('cart')).toBeGreaterThan(account?.words.get('noon') ?? 0);
});

test('readCauseAccounts gives more weight to the meaning of passages that state the cause', () => {
  const [account] = readCauseAccounts(points, [report, alert], vectors) ?? [];
  const [right = 0, up = 0] = account?.meaning ?? [];
  expect(right).toBeGreaterThan(up);
});

test('readCauseAccounts returns null unless all failures have vectors', () => {
  expect(readCauseAccounts(points, [report, alert], undefined)).toBeNull();
  expect(readCauseAccounts(points, [report, alert], new Map([...vectors].slice(0, 1)))).toBeNull();
});
