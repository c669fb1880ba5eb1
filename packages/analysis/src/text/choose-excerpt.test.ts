import { expect, test } from 'vitest';
import { chooseExcerpt } from './choose-excerpt.ts';

test('chooseExcerpt returns the lines with most terms, in the order of the text', () => {
  const text =
    'Summary\n\npool was full\nlunch at noon\nthe postgres pool was exhausted\npostgres restarted\npool pool';
  expect(chooseExcerpt(text, ['pool', 'postgres', 'exhausted'])).toBe(
    'pool was full\nthe postgres pool was exhausted\npostgres restarted',
  );
});

test('chooseExcerpt returns the first line if no line has a term, and cuts long lines', () => {
  expect(chooseExcerpt('one\ntwo', ['pool'])).toBe('one');
  expect(chooseExcerpt('', ['pool'])).toBe('');
  expect(chooseExcerpt('pool '.repeat(1_000), ['pool'])).toHaveLength(200);
});
