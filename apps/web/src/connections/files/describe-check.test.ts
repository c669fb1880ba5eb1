import { expect, test } from 'vitest';
import { describeCheck, describeImport, describeResult } from './describe-check.ts';

const none = { changed: 0, existing: { records: 0, sources: [] }, repeated: 0, skipped: 0 };
const existingFrom = (records: number, ...names: string[]) => ({
  records,
  sources: names.map((name) => ({ name, records })),
});

test('describeCheck says how many rows are new, and which connections have delivered the existing ones', () => {
  const existing = existingFrom(11, 'PagerDuty acme', 'incidents');
  expect(describeCheck({ ...none, records: 131, fresh: 120, existing }, 'row')).toBe(
    '120 of 131 rows are new; 11 already exist (from PagerDuty acme and incidents) and will be skipped.',
  );
});

test('describeCheck counts updated, unchanged, repeated and unreadable rows', () => {
  expect(describeCheck({ ...none, records: 1_407, fresh: 1_400, changed: 2, repeated: 1, skipped: 2 }, 'row')).toBe(
    '1,400 of 1,410 rows are new; 2 are in this source with other content and will be updated; 5 are in this source already; 1 repeats an earlier row; 2 cannot be read.',
  );
});

test('describeCheck names at most three connections', () => {
  const existing = existingFrom(1, 'a', 'b', 'c', 'd', 'e');
  expect(describeCheck({ ...none, records: 2, fresh: 1, existing }, 'row')).toBe(
    '1 of 2 rows is new; 1 already exists (from a, b, c and 2 more) and will be skipped.',
  );
});

test.each([
  [1, 1, 'The file is new.'],
  [40, 40, 'All 40 files are new.'],
  [40, 0, 'None of the 40 files is new; 40 are in this source already.'],
  [1, 0, 'The file is not new; 1 is in this source already.'],
])('describeCheck of %d files with %d new ones', (records, fresh, described) => {
  expect(describeCheck({ ...none, records, fresh }, 'file')).toBe(described);
});

test('describeResult repeats the figures of the check', () => {
  const existing = existingFrom(11, 'PagerDuty acme');
  const figures = { received: 140, stored: 122, changed: 2, existing, repeated: 1, skipped: 3 };
  expect(describeResult(figures, 'row')).toBe(
    '120 of 144 rows were new; 11 already existed (from PagerDuty acme) and were skipped; 2 were updated; 7 were in this source already; 1 repeated an earlier row; 3 could not be read.',
  );
});

test('describeImport names what the button does', () => {
  const check = { records: 12, fresh: 9, changed: 3 };
  expect(describeImport(check)).toBe('Import 9 new records and update 3');
  expect(describeImport({ ...check, fresh: 0 })).toBe('Update 3 records');
  expect(describeImport({ ...check, fresh: 0, changed: 0 })).toBe('Nothing new to import');
});
