import { expect, test } from 'vitest';
import { describeUnspecific } from './describe-unspecific.ts';

test('describeUnspecific counts failures with the same title, and others that name the same service', () => {
  expect(describeUnspecific({ sameTitleIds: ['a', 'b'], samePlaceIds: ['a', 'b', 'c'] }, [])).toEqual({
    sameTitle: 2,
    sameService: 1,
  });
});

test('describeUnspecific counts a title that failures of different patterns have', () => {
  const titled = { sameTitleIds: ['a', 'b', 'c'], samePlaceIds: null };
  expect(describeUnspecific(titled, [])).toEqual({ sameTitle: 3, sameService: 0 });
  expect(describeUnspecific(titled, ['a', 'b', 'c'])).toBeNull();
});

test('describeUnspecific returns null for a question that says what failed', () => {
  expect(describeUnspecific({ sameTitleIds: [], samePlaceIds: null }, [])).toBeNull();
});
