import type { ReportDocument, ReportSource } from '@refrain/domain';
import { expect, test } from 'vitest';
import { createSection, createStatement } from './section.ts';
import { shortenDocument } from './shorten-document.ts';

const sourceOf = (ref: string, kind: ReportSource['kind']): ReportSource => ({
  ref,
  kind,
  id: ref,
  at: null,
  title: ref,
  url: null,
});
function documentOf(rows: number): ReportDocument {
  const numbers = Array.from({ length: rows }, (_, number) => `${number + 1}`);
  const table = { columns: ['failure'], rows: numbers.map((number) => [`failure ${number}`]) };
  return {
    title: 'Pool runs dry',
    badges: [],
    lead: createStatement('It runs dry.', []),
    sections: [createSection('members', 'Members', [createStatement('All of them.', [])], { table })],
    sources: [...numbers.map((number) => sourceOf(`E${number}`, 'episode')), sourceOf('C1', 'change')],
  };
}

test('shortenDocument keeps the first 200 rows of a table and states the total number of rows', () => {
  const { sections, sources } = shortenDocument(documentOf(1_000));
  expect(sections[0]?.table?.rows.map(([text]) => text)).toEqual(
    Array.from({ length: 200 }, (_, number) => `failure ${1 + number}`),
  );
  expect(sections[0]?.statements.at(-1)?.text).toBe('Only the first 200 of 1000 rows are shown.');
  expect(sources.map(({ ref }) => ref)).toEqual([...Array.from({ length: 200 }, (_, at) => `E${801 + at}`), 'C1']);
});

test('shortenDocument leaves a short document unchanged', () => {
  const document = documentOf(150);
  expect(shortenDocument(document)).toBe(document);
});
