import { expect, test } from 'vitest';
import { findOrdinaryNames } from './ordinary-names.ts';

const texts = [
  'the connection to the database was refused',
  'a connection pool ran dry, and clients were refused',
  'Connection refused: the connection was reset, the order refused',
  'no connection was made, and the disk refused to mount',
  'jorunn haldersund restarted it',
  'jorunn haldersund restarted it again, and maria helped',
  'jorunn haldersund asked maria and Maria Rossi',
  'maria looked at it',
];

test('a name is ordinary if all its words are ordinary', () => {
  expect(findOrdinaryNames(['Connection Refused', 'Refused Order'], texts)).toEqual(new Set(['Connection Refused']));
});

test("a person's name is not ordinary, even if somebody writes it, or a part of it, in lower case", () => {
  expect(findOrdinaryNames(['Jorunn Haldersund', 'Maria Rossi'], texts)).toEqual(new Set());
});
