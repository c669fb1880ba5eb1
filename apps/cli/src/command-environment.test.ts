import { expect, test } from 'vitest';
import { parseLimit, parsePastInstant, resolveCallerPath } from './command-environment.ts';

test.each([
  ['2026-01-31', '2026-01-31T00:00:00.000Z'],
  ['2024-02-29T08:00Z', '2024-02-29T08:00:00.000Z'],
  ['2026-01-31T08:00:00+02:00', '2026-01-31T06:00:00.000Z'],
])('parsePastInstant reads %s as %s', (text, instant) => {
  expect(parsePastInstant(text)).toBe(instant);
});

test.each(['', 'yesterday', '2026-02-30', '2026-13-01', '2026-01-31T25:00Z', '2026-01-31T08:00', '2026-01-31 08:00'])(
  'refuses %j, because it is not an unambiguous date',
  (text) => {
    expect(() => parsePastInstant(text)).toThrow(
      'Enter a date or timestamp such as 2026-01-31 or 2026-01-31T08:00:00Z.',
    );
  },
);

test('parsePastInstant refuses a future day', () => {
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  for (const text of [tomorrow, tomorrow.slice(0, 10)]) {
    expect(() => parsePastInstant(text)).toThrow('The time is in the future.');
  }
  expect(parsePastInstant(new Date().toISOString().slice(0, 10))).toMatch(/T00:00:00.000Z$/u);
});

test('resolveCallerPath resolves a relative path from the caller’s folder, also under npm run', () => {
  expect(resolveCallerPath({ env: {}, cwd: '/here' }, 'a.csv')).toBe('/here/a.csv');
  const moved = { env: { INIT_CWD: '/caller/deeper' }, cwd: '/project' };
  expect(resolveCallerPath(moved, '../a.csv')).toBe('/caller/a.csv');
  expect(resolveCallerPath(moved, '/abs/a.csv')).toBe('/abs/a.csv');
});

test('parseLimit accepts only whole numbers from 1 to 200', () => {
  expect([parseLimit('1'), parseLimit('200')]).toEqual([1, 200]);
  for (const text of ['', '0', '201', '-1', '1.5', '1e2', 'many']) {
    expect(() => parseLimit(text)).toThrow('Enter a whole number from 1 to 200.');
  }
});
