import { expect, test } from 'vitest';
import { quoteSentences } from '../report-passages.ts';
import { listStatedCauses } from './list-stated-causes.ts';

const list = (report: string) => listStatedCauses('', report).map(({ sentences }) => quoteSentences(sentences));

test('listStatedCauses lists only what a section about causes states', () => {
  const report =
    '## Summary\n\nA release caused errors, because the index was missing.\n\n## Analysis of causes\n\nThe schema and the code were out of step.';
  expect(list(report)).toEqual(['The schema and the code were out of step.']);
});

test('listStatedCauses lists only the last update of a status page that says what caused the incident', () => {
  const report =
    'The issue was caused by a full disk.\n---\nThe index was missing from the cluster.\n---\nThe incident was caused by an expired certificate.';
  expect(list(report)).toEqual(['The incident was caused by an expired certificate.']);
});

test('listStatedCauses leaves out sentences that blame somebody', () => {
  expect(list('An engineer carelessly deleted the index, which caused the errors.')).toEqual([]);
});

test('listStatedCauses leaves out sentences that only repeat the title', () => {
  const report = 'Errors because of a missing index\n\nThe errors were caused by a full disk.';
  const stated = listStatedCauses('EU: errors because of a missing index', report);
  expect(stated.map(({ sentences }) => quoteSentences(sentences))).toEqual(['The errors were caused by a full disk.']);
});
