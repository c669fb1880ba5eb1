import { expect, test } from 'vitest';
import { createLikeness } from './similarity.ts';

const terms = (...listed: string[]) => new Map(listed.map((term) => [term, 1]));

test('is the cosine of what is shared, each term by how rare it was', () => {
  const likeness = createLikeness();
  const documents = [terms('all', 'red'), terms('all', 'blue'), terms('all', 'red', 'round'), terms('all')];
  documents.forEach(likeness.observe);
  const number = likeness.add(terms('red', 'round'));
  // 4 documents: `red` in 2, `round` in 1, `green` in none.
  const [red, round, green] = [6 / 3, 6 / 2, 6].map(Math.log) as [number, number, number];
  const found: [number, number][] = [];
  likeness.compare(terms('red', 'green'), (...one) => found.push(one));
  expect(found).toEqual([[number, expect.closeTo((red * red) / (Math.hypot(red, round) * Math.hypot(red, green)), 9)]]);
});

test('nothing is alike by what more than half have', () => {
  const likeness = createLikeness();
  for (let at = 0; at < 20; at++) likeness.observe(terms('all', `${at}`));
  likeness.add(terms('all', '1'));
  const found: number[] = [];
  likeness.compare(terms('all', '2'), (number) => found.push(number));
  expect(found).toEqual([]);
  likeness.compare(terms('all', '1'), (number, cosine) => found.push(number, cosine));
  expect(found).toEqual([0, expect.closeTo(1, 2)]);
});
