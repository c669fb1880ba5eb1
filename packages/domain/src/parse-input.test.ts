import { expect, test } from 'vitest';
import { z } from 'zod';
import { AppError, toAppError } from './app-error.ts';
import { Instant } from './instant.ts';
import { parseInput } from './parse-input.ts';

test('parseInput reports all problems in one message, each with the path of its field', () => {
  const schema = z.object({ a: z.string(), b: z.object({ c: z.number() }) });
  expect(() => parseInput(schema, { a: 1, b: { c: 'x' } }, 'the thing')).toThrow(
    /Cannot read the thing: a: .*; b\.c: /u,
  );
});

test('an instant is normalized to UTC with milliseconds', () => {
  expect(Instant.parse('2026-03-01T10:00:00+02:00')).toBe('2026-03-01T08:00:00.000Z');
  expect(Instant.safeParse('1 March').success).toBe(false);
});

test('the code of an error determines whether it is retryable, and unknown errors become internal', () => {
  expect(new AppError('rate_limited', 'later').retryable).toBe(true);
  expect(new AppError('invalid_input', 'never').retryable).toBe(false);
  const foreign = new Error('boom');
  expect(toAppError(foreign)).toMatchObject({ code: 'internal', message: 'boom', cause: foreign });
});

test('an error message about unknown fields names five fields and counts the rest', () => {
  const value = Object.fromEntries(Array.from({ length: 1_000 }, (_, nth) => [`f${nth}`, 1]));
  expect(() => parseInput(z.strictObject({}), value, 'it')).toThrow(
    'Cannot read it: Unrecognized keys: "f0", "f1", "f2", "f3", "f4" and 995 more',
  );
});

test('an error message is short even if there are many problems', () => {
  const unknown = Object.fromEntries(Array.from({ length: 60_000 }, (_, nth) => [`field${nth}`, 1]));
  expect(() => parseInput(z.strictObject({}), unknown, 'it')).toThrow(/^Cannot read it: .{1,600}$/u);
  const list = Array.from({ length: 1_000 }, () => 'x');
  expect(() => parseInput(z.array(z.number()), list, 'it')).toThrow(/^Cannot read it: .{1,3000}; 980 more problems$/u);
});
