import { expect, test } from 'vitest';
import { splitTextAtFindings } from './split-text-at-findings.ts';

const mark = (text: string, ...places: [number, number][]) =>
  splitTextAtFindings(
    text,
    places.map(([start, end]) => ({ start, end })),
  )
    .map(({ text, finding }) => (finding === null ? text : `[${finding}:${text}]`))
    .join('|');

test('splitTextAtFindings divides the whole text into pieces and numbers those with a finding', () => {
  expect(mark('Bob broke it. He forgot.', [0, 9], [14, 23])).toBe('[1:Bob broke]| it. |[2:He forgot]|.');
  expect(mark('all of it', [0, 9])).toBe('[1:all of it]');
  expect(mark('nothing')).toBe('nothing');
  expect(mark('')).toBe('');
});
