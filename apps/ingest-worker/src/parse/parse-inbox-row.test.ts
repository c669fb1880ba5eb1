import { providers } from '@refrain/connectors';
import { defaultConnectionScope } from '@refrain/domain';
import { expect, test } from 'vitest';
import { parseRecord } from './parse-inbox-row.ts';

test.each([
  ['The pool ran dry, checkout failed.', true],
  ['The experiment is over.', false],
  ['', false],
])('a revert in an archive with the reason "%s" counts as a failure: %s', (text, isFailure) => {
  const payload = {
    id: 'r1',
    kind: 'reverted_change',
    title: 'Revert "Cache prices"',
    text,
    created: '2026-01-02T09:10:00.000Z',
  };
  const record = { type: 'archive.incident', payload };
  const reading = parseRecord(
    providers,
    { provider: 'archive', scope: defaultConnectionScope },
    record,
    Date.parse('2026-02-01T00:00:00Z'),
  );
  expect(reading).toMatchObject({ outcome: 'stored', failures: [{ kind: 'reverted_change', isFailure }] });
});
