import { expect, test } from 'vitest';
import { parseJsonLines } from './parse-json-lines.ts';

const row = {
  id: 7,
  title: 'Checkout is down',
  created: '2025-03-01 10:00',
  services: 'checkout; cart',
  severity: 'sev1',
};
const read = (...rows: readonly unknown[]) => parseJsonLines(rows.map((each) => JSON.stringify(each)).join('\n'));

test('parseJsonLines turns a row into an incident of the archive', () => {
  const { lines, broken } = read(row);
  expect(broken).toEqual([]);
  expect(lines[0]).toMatchObject({
    type: 'archive.incident',
    payload: {
      id: '7',
      kind: 'incident',
      created: '2025-03-01T10:00:00.000Z',
      resolved: null,
      services: ['checkout', 'cart'],
    },
  });
  expect(lines[0]?.deliveryKey).toMatch(/^archive\/7@[\da-z]{22}$/u);
});

test('parseJsonLines gives equal rows the same delivery key and a corrected row a new one', () => {
  const [first, again, corrected] = read(row, row, { ...row, text: 'more is known' }).lines;
  expect(again?.deliveryKey).toBe(first?.deliveryKey);
  expect(corrected?.deliveryKey).not.toBe(first?.deliveryKey);
});

test('parseJsonLines leaves raw records unchanged, and skips empty lines and a byte order mark', () => {
  const record = { type: 'archive.incident', deliveryKey: 'k', payload: { id: 'x' } };
  expect(parseJsonLines(`\uFEFF${JSON.stringify(record)}\r\n\r\n`)).toEqual({ lines: [record], broken: [] });
});

test('parseJsonLines reports the line number and reason of each unreadable line', () => {
  const { lines, broken } = parseJsonLines(
    [
      'nonsense',
      '[1]',
      '{"created":"2025-03-01"}',
      '{"title":"x","created":"03/04/2025"}',
      '{"title":"x","created":"2025-03-01","kind":"odd"}',
    ].join('\n'),
  );
  expect(lines).toEqual([]);
  expect(broken.map(({ line, reason }) => `${line}: ${reason}`)).toEqual([
    '1: it is no JSON object',
    '2: it is no JSON object',
    '3: it has neither a title nor a text',
    '4: it has no date in "created"',
    '5: its kind "odd" is none of incident, failed_deployment, reverted_change',
  ]);
});
