import { expect, test } from 'vitest';
import { splitIntoPassages } from './split-into-passages.ts';

const words = (count: number) => Array.from({ length: count }, (_, at) => `w${at}`).join(' ');
const read = (text: string) => splitIntoPassages({ title: 'Title', text });

test('splitIntoPassages returns the title and overlapping passages of a hundred words', () => {
  expect(read('')).toEqual(['Title']);
  expect(read(' one\n\n two ')).toEqual(['Title', 'one two']);
  const [, first = '', second = '', ...others] = read(words(170));
  expect(first.split(' ')).toHaveLength(100);
  expect(second.split(' ')[0]).toBe('w75');
  expect(second.split(' ').at(-1)).toBe('w169');
  expect(others).toEqual([]);
});

test('splitIntoPassages does not begin a passage for a few remaining words', () => {
  expect(read(words(100))).toHaveLength(2);
  expect(read(words(101))).toHaveLength(3);
});

test('splitIntoPassages limits the number of passages', () => {
  expect(read(words(100_000))).toHaveLength(25);
  expect(read('x'.repeat(1_000_000))).toHaveLength(2);
});
