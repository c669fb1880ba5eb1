import { expect, test } from 'vitest';
import { findPeriodOfLink, followPeriod, toPeriodSearch } from './remembered-period.ts';

const at = (pathname: string, search = {}) => ({ pathname, search });
const month = { days: 30, since: undefined, until: undefined };
const quarter = { days: undefined, since: '2026-07-01', until: '2026-09-30' };

test('a chosen period is remembered over pages without a period', () => {
  const chosen = followPeriod(null, at('/'), at('/', { days: 30 }));
  expect(chosen).toEqual(month);
  expect(followPeriod(chosen, at('/', month), at('/library'))).toEqual(month);
  expect(followPeriod(chosen, at('/library'), at('/patterns'))).toEqual(month);
});

test('the period of another page is not the chosen period', () => {
  expect(followPeriod(month, undefined, at('/connections/c1', { days: 7 }))).toEqual(month);
});

test('a page that returns to its default period makes the app forget the chosen one', () => {
  expect(followPeriod(month, at('/', month), at('/'))).toBeNull();
  expect(followPeriod(month, at('/patterns'), at('/patterns', { query: 'pool' }))).toEqual(month);
});

test('a link from the overview to the patterns keeps the default period of the overview, unless a period is chosen', () => {
  expect(findPeriodOfLink(null, '/', '/patterns', 90)).toEqual({ days: 90 });
  expect(findPeriodOfLink(month, '/', '/patterns', 90)).toEqual(month);
  expect(findPeriodOfLink(null, '/', '/failures', 90)).toEqual({});
  expect(findPeriodOfLink(null, '/library', '/patterns', 90)).toEqual({});
});

test('a link to a page has the chosen period if the page can show it', () => {
  expect(toPeriodSearch(quarter, '/patterns')).toEqual(quarter);
  expect(toPeriodSearch(quarter, '/library')).toEqual({});
  const all = { days: 'all' as const };
  expect([toPeriodSearch(all, '/'), toPeriodSearch(all, '/failures'), toPeriodSearch(null, '/')]).toEqual([
    {},
    all,
    {},
  ]);
});
