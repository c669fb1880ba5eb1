import { expect, test } from 'vitest';
import { isSameSearch, readSavedViews } from './saved-views.ts';

test('readSavedViews returns the stored views, and ignores a text that is not a list of views', () => {
  const views = [{ name: 'Checkout', search: { service: 'checkout', sort: 'episodes' } }];
  expect(readSavedViews(JSON.stringify(views))).toEqual([expect.objectContaining({ name: 'Checkout' })]);
  expect(readSavedViews(JSON.stringify(views))[0]?.search).toMatchObject({ service: 'checkout', sort: 'episodes' });
  for (const text of [undefined, 'no JSON', '{"name": "x"}', '[{"search": {}}]'])
    expect(readSavedViews(text)).toEqual([]);
});

test('isSameSearch ignores the order of parameters and parameters without a value', () => {
  expect(isSameSearch({ kind: 'incident', sort: 'name' }, { sort: 'name', kind: 'incident', query: undefined })).toBe(
    true,
  );
  expect(isSameSearch({ kind: 'incident' }, { kind: 'incident', sort: 'name' })).toBe(false);
});
