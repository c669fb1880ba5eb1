import { expect, test } from 'vitest';
import { type Column, chooseField, initialChoice, listMissingFields, toFileQuery } from './column-choice.ts';

const columns: Column[] = [
  { name: 'Ticket', field: null, section: null, samples: [] },
  { name: 'Summary', field: 'title', section: null, samples: [] },
];

test('the first choice of a column keeps the guessed fields of the other columns', () => {
  const { fields } = chooseField(initialChoice, columns, 'Ticket', 'id');
  expect(fields).toEqual({ Ticket: 'id', Summary: 'title' });
});

test('toFileQuery sends a column map only after a choice', () => {
  expect(toFileQuery('csv', initialChoice)).toEqual({ format: 'csv' });
  const chosen = chooseField({ ...initialChoice, dayFirst: true }, columns, 'Ticket', null);
  expect(toFileQuery('csv', chosen)).toEqual({
    format: 'csv',
    dayFirst: true,
    onlyMapped: true,
    map: ['title=Summary'],
  });
});

test('toFileQuery sends no kind if a column has the kind of each row', () => {
  const choice = { ...initialChoice, kind: 'reverted_change' } as const;
  expect(toFileQuery('csv', choice)).toMatchObject({ kind: 'reverted_change' });
  expect(toFileQuery('csv', chooseField(choice, columns, 'Ticket', 'kind'))).not.toHaveProperty('kind');
});

test('listMissingFields names the required fields without a column', () => {
  expect(listMissingFields(columns)).toEqual(['Start']);
  expect(listMissingFields([])).toEqual(['Title or Text', 'Start']);
});
