import { expect, test } from 'vitest';
import { readReportContents } from './report-contents.ts';

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

test('readReportContents reads the mechanisms and the words of the cause of long reports only', () => {
  const [content, ofAlert] = readReportContents(points, [report, alert], vectors) ?? [];
  expect(ofAlert).toBeNull();
  expect([...(content?.mechanisms.keys() ?? [])]).toContain('memory-exhausted');
  expect(content?.words.get('cart')).toBeGreaterThan(content?.words.get('noon') ?? 0);
});

test('readReportContents gives more weight to the meaning of passages that state the cause', () => {
  const [content] = readReportContents(points, [report, alert], vectors) ?? [];
  const [right = 0, up = 0] = content?.meaning ?? [];
  expect(right).toBeGreaterThan(up);
});

test('readReportContents returns null unless all failures have vectors', () => {
  expect(readReportContents(points, [report, alert], undefined)).toBeNull();
  expect(readReportContents(points, [report, alert], new Map([...vectors].slice(0, 1)))).toBeNull();
});
