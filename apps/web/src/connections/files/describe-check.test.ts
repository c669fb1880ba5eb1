import { expect, test } from 'vitest';
import { describeCheck } from './describe-check.ts';

test('describeCheck counts new, imported, repeated and unreadable records', () => {
  expect(describeCheck({ records: 1_405, fresh: 1_400, repeated: 1, skipped: 2 })).toBe(
    '1,408 records: 1,400 new, 5 already imported, 1 duplicate, 2 cannot be read.',
  );
  expect(describeCheck({ records: 1, fresh: 1, repeated: 0, skipped: 0 })).toBe('1 record: 1 new.');
});
