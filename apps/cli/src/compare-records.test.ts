import type { ImportResponse } from '@refrain/domain';
import { expect, test } from 'vitest';
import { describeComparison, describeImported } from './compare-records.ts';

const existing = { records: 11, sources: ['PagerDuty acme', 'incidents'].map((name) => ({ name, records: 11 })) };
const none = { records: 0, sources: [] };

test('describeComparison says which records an import would store and skip', () => {
  expect(describeComparison({ records: 140, fresh: 120, changed: 2, existing })).toBe(
    '120 of 140 records are new; 11 already exist (from PagerDuty acme and incidents) and would be skipped; 2 would be updated; 7 would stay unchanged.',
  );
  expect(describeComparison({ records: 1, fresh: 1, changed: 0, existing: none })).toBe('1 of 1 records is new.');
});

test('describeImported repeats the figures after the import', () => {
  const connection = { id: '7', account: 'tracker' } as ImportResponse['connection'];
  expect(describeImported({ connection, received: 140, stored: 122, changed: 2, existing })).toBe(
    '120 of 140 records are new in the archive tracker (7); 11 already existed (from PagerDuty acme and incidents) and were skipped; 2 were updated; 7 stayed unchanged.',
  );
});
