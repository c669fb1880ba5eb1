import { expect, test } from 'vitest';
import { chooseExcerpt } from './choose-excerpt.ts';

test('chooseExcerpt selects the lines with most of the terms, in the order of the text', () => {
  const text =
    'Summary\n\npool was full\nlunch at noon\nthe postgres pool was exhausted\npostgres restarted\npool pool';
  expect(chooseExcerpt(text, ['pool', 'postgres', 'exhausted'])).toBe(
    'pool was full\nthe postgres pool was exhausted\npostgres restarted',
  );
});

test('chooseExcerpt falls back to the first line, and cuts long lines', () => {
  expect(chooseExcerpt('one\ntwo', ['pool'])).toBe('one');
  expect(chooseExcerpt('', ['pool'])).toBe('');
  expect(chooseExcerpt('pool '.repeat(1_000), ['pool'])).toHaveLength(200);
});
