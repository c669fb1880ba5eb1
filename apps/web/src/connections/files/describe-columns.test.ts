import { expect, test } from 'vitest';
import type { Column } from './column-choice.ts';
import { describeColumn, describeOmittedColumns } from './describe-columns.ts';

const column = (name: string, field: Column['field'], section: string | null = null): Column => ({
  name,
  field,
  section,
  samples: ['a value'],
});
const start = column('started_at', 'created');
const story = column('description', 'text');
const resolution = column('resolution', 'text', 'Resolution');

test('describeColumn says what becomes of columns with texts', () => {
  expect(describeColumn(story, [story])).toBeNull();
  expect(describeColumn(story, [story, resolution])).toBe('A part of the text.');
  expect(describeColumn(resolution, [resolution])).toBe('Resolution: a section of the text.');
});

test('describeColumn says which of several columns fills a field', () => {
  expect(describeColumn(start, [start])).toBeNull();
  expect(describeColumn(start, [start, column('date', 'created')])).toBe(
    'Several columns fill “Start”. Each row uses its first filled one.',
  );
});

test('describeOmittedColumns names the columns that are not imported, with the reason', () => {
  const empty = { ...column('notes', null), samples: [] };
  expect(describeOmittedColumns([start])).toBe('The column is imported.');
  expect(describeOmittedColumns([start, story])).toBe('All columns are imported.');
  expect(describeOmittedColumns([start, column('squad', null), empty])).toBe(
    '2 columns are not imported: “squad” (no field is chosen) and “notes” (it is empty).',
  );
  expect(describeColumn(empty, [empty])).toBe('Not imported: it is empty.');
});
