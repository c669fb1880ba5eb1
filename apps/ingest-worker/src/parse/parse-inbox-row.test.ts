import { providers } from '@refrain/connectors';
import { defaultConnectionScope } from '@refrain/domain';
import { expect, test } from 'vitest';
import { parseRecord } from './parse-inbox-row.ts';

function parseArchived(fields: object) {
  const payload = { id: 'r1', created: '2026-01-02T09:10:00.000Z', ...fields };
  const record = { type: 'archive.incident', payload };
  const now = Date.parse('2026-02-01T00:00:00Z');
  return parseRecord(providers, { provider: 'archive', scope: defaultConnectionScope }, record, now);
}

test.each([
  ['The pool ran dry, checkout failed.', true],
  ['The experiment is over.', false],
  ['', false],
])('a revert in an archive with the reason "%s" counts as a failure: %s', (text, isFailure) => {
  const reading = parseArchived({ kind: 'reverted_change', title: 'Revert "Cache prices"', text });
  expect(reading).toMatchObject({ outcome: 'stored', failures: [{ kind: 'reverted_change', isFailure }] });
});

test('an announcement of maintenance in an archive does not count as a failure', () => {
  const text = 'Search will be undergoing maintenance on Tuesday.\nThe maintenance has been completed as scheduled.';
  expect(parseArchived({ title: 'Search maintenance', text })).toMatchObject({
    failures: [{ kind: 'incident', isFailure: false, confidence: 0.9 }],
  });
});
