import { expect, test } from 'vitest';
import { createTermSimilarityIndex } from './similarity.ts';

const terms = (...listed: string[]) => new Map(listed.map((term) => [term, 1]));

test('createTermSimilarityIndex returns the cosine of documents whose terms are weighted by rarity', () => {
  const similarity = createTermSimilarityIndex();
  const documents = [terms('all', 'red'), terms('all', 'blue'), terms('all', 'red', 'round'), terms('all')];
  documents.forEach(similarity.observe);
  const number = similarity.add(terms('red', 'round'));
  // Of 4 documents, 2 contain `red`, 1 contains `round`, and none contains `green`.
  const [red, round, green] = [6 / 3, 6 / 2, 6].map(Math.log) as [number, number, number];
  const found: [number, number][] = [];
  similarity.compare(terms('red', 'green'), (...one) => found.push(one));
  expect(found).toEqual([[number, expect.closeTo((red * red) / (Math.hypot(red, round) * Math.hypot(red, green)), 9)]]);
});

test('createTermSimilarityIndex ignores terms that occur in more than half of the documents', () => {
  const similarity = createTermSimilarityIndex();
  for (let at = 0; at < 20; at++) similarity.observe(terms('all', `${at}`));
  similarity.add(terms('all', '1'));
  const found: number[] = [];
  similarity.compare(terms('all', '2'), (number) => found.push(number));
  expect(found).toEqual([]);
  similarity.compare(terms('all', '1'), (number, cosine) => found.push(number, cosine));
  expect(found).toEqual([0, expect.closeTo(1, 2)]);
});
