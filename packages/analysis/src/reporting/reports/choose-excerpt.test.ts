import { expect, test } from 'vitest';
import { chooseExcerpt } from './choose-excerpt.ts';

test('takes the lines that say most of the terms, in the order of the text', () => {
  const text =
    'Summary\n\npool was full\nlunch at noon\nthe postgres pool was exhausted\npostgres restarted\npool pool';
  expect(chooseExcerpt(text, ['pool', 'postgres', 'exhausted'])).toBe(
    'pool was full\nthe postgres pool was exhausted\npostgres restarted',
  );
});

test('takes the first line where none says a term, nothing of nothing, and no line whole that is too long', () => {
  expect(chooseExcerpt('one\ntwo', ['pool'])).toBe('one');
  expect(chooseExcerpt('', ['pool'])).toBe('');
  expect(chooseExcerpt('pool '.repeat(1_000), ['pool'])).toHaveLength(200);
});
