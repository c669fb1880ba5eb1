import { expect, test } from 'vitest';
import { findTemplateLines } from './form-lines.ts';

const report = (cause: string) => `## Cause\n${cause}\n  Link the ticket of the rollback.  \n`;
const reports = ['The disk was full.', 'The disk was full.', 'A key expired.', 'The queue grew.'].map(report);

test('findTemplateLines returns the lines that enough texts contain, and trims spaces', () => {
  expect(findTemplateLines(reports, 3, 0.3)).toEqual(['## Cause', 'Link the ticket of the rollback.']);
});

test('findTemplateLines ignores lines in too few texts or in less than the minimum share of texts', () => {
  expect(findTemplateLines(reports.slice(0, 2), 3, 0.3)).toEqual([]);
  expect(findTemplateLines([...reports, ...Array.from({ length: 20 }, (_, at) => `Report ${at}`)], 3, 0.3)).toEqual([]);
});

test('findTemplateLines counts a repeated line once per text', () => {
  expect(findTemplateLines(['on it\non it\non it', 'resolved'], 3, 0)).toEqual([]);
});
