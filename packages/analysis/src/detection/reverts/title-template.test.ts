import { expect, test } from 'vitest';
import { findTitleTemplates, matchesTitleTemplate, parseTitleWords } from './title-template.ts';

const templatesOf = (...titles: string[]) => [...findTitleTemplates(titles.map(parseTitleWords)).keys()];

test('parseTitleWords removes "Revert", quotation marks and number, and replaces words with digits by *', () => {
  expect(parseTitleWords('Revert "Drain node-17 for maintenance" (#412)')).toEqual([
    'drain',
    '*',
    'for',
    'maintenance',
  ]);
});

test('findTitleTemplates merges titles that differ in single words', () => {
  expect(
    templatesOf('Drain alpha for maintenance', 'Drain beta for maintenance', 'Drain node-3 for maintenance'),
  ).toEqual(['drain * for maintenance']);
});

test('findTitleTemplates separates titles that share only a verb and prepositions', () => {
  expect(templatesOf('Add cache to checkout', 'Add banner to search')).toHaveLength(2);
  expect(templatesOf('Update prices', 'Update colours')).toHaveLength(2);
});

test('findTitleTemplates separates titles of different length or first word', () => {
  expect(templatesOf('Drain alpha for maintenance', 'Drain alpha for maintenance tonight')).toHaveLength(2);
  expect(templatesOf('Drain alpha for maintenance', 'Restart alpha for maintenance')).toHaveLength(2);
});

test('findTitleTemplates merges equal titles, even if they are too short for a template', () => {
  expect([...findTitleTemplates(['Tidy up', 'Tidy up', 'Tweak'].map(parseTitleWords))]).toEqual([
    ['tidy up', [0, 1]],
    ['tweak', [2]],
  ]);
});

test('findTitleTemplates does not depend on the order of the titles', () => {
  const titles = [
    'Scale web up for launch',
    'Scale api up for launch',
    'Scale jobs up for launch',
    'Scale web up for now',
  ];
  expect(templatesOf(...titles).sort()).toEqual(templatesOf(...titles.toReversed()).sort());
});

test.each([
  ['Drain gamma for maintenance', true],
  ['Drain gamma for repair', false],
  ['Drain gamma for maintenance soon', false],
])('matchesTitleTemplate compares the title "%s" with "drain * for maintenance": %s', (title, fits) => {
  expect(matchesTitleTemplate(parseTitleWords(title), 'drain * for maintenance')).toBe(fits);
});
