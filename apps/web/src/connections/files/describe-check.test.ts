import { expect, test } from 'vitest';
import { describeCheck, describeImport } from './describe-check.ts';

test('describeCheck counts new, imported, repeated and unreadable records', () => {
  expect(describeCheck({ records: 1_407, fresh: 1_400, changed: 2, repeated: 1, skipped: 2 })).toBe(
    '1,410 records: 1,400 new, 1 duplicate, 2 cannot be read. 7 of 1,410 are already imported (same ID): 2 will be updated, 5 are unchanged.',
  );
  expect(describeCheck({ records: 1, fresh: 1, changed: 0, repeated: 0, skipped: 0 })).toBe('1 record: 1 new.');
  expect(describeCheck({ records: 40, fresh: 0, changed: 0, repeated: 0, skipped: 0 })).toBe(
    '40 records. 40 of 40 are already imported (same ID): 40 are unchanged.',
  );
});

test('describeImport names what the button does', () => {
  const check = { records: 12, fresh: 9, changed: 3, repeated: 0, skipped: 0 };
  expect(describeImport(check)).toBe('Import 9 new records and update 3');
  expect(describeImport({ ...check, fresh: 0 })).toBe('Update 3 records');
  expect(describeImport({ ...check, fresh: 0, changed: 0 })).toBe('Nothing new to import');
});
