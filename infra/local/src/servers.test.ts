import { expect, inject, test } from 'vitest';

test('x', () => {
  expect(inject('databaseUrl')).toContain('postgres');
});
