import { expect, test } from 'vitest';
import { describeCheck } from './describe-check.ts';

test('describeCheck counts new, changed, imported, repeated and unreadable records', () => {
  expect(describeCheck({ records: 1_407, fresh: 1_400, changed: 2, repeated: 1, skipped: 2 })).toBe(
    '1,410 records: 1,400 new, 2 changed, 5 already imported, 1 duplicate, 2 cannot be read.',
  );
  expect(describeCheck({ records: 1, fresh: 1, changed: 0, repeated: 0, skipped: 0 })).toBe('1 record: 1 new.');
});
