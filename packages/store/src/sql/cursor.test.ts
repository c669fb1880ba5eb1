import type { AppError } from '@refrain/domain';
import { expect, test } from 'vitest';
import { decodeCursor, encodeCursor, isInstant } from './cursor.ts';

function isInstantAndId(values: readonly unknown[]): values is readonly [string, string] {
  return values.length === 2 && isInstant(values[0]) && typeof values[1] === 'string';
}
const values = ['2026-01-02T03:04:05.678Z', 'id'] as const;

test('a decoded cursor has the encoded values', () => {
  expect(decodeCursor(encodeCursor('failures', values), 'failures', isInstantAndId)).toEqual(values);
});

test.each([
  'nonsense',
  '',
  encodeCursor('failures', ['yesterday', 'id']),
  encodeCursor('failures', [...values, 'more']),
  encodeCursor('patterns', values),
  Buffer.from('{"order":"failures"}').toString('base64url'),
])('decodeCursor rejects %s', (cursor) => {
  expect(() => decodeCursor(cursor, 'failures', isInstantAndId)).toThrow(
    expect.objectContaining({ code: 'invalid_input' } satisfies Partial<AppError>),
  );
});
