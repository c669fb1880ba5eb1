import { expect, test } from 'vitest';
import { readSentences } from './read-sentences.ts';

function sectionsOf(report: string): string[] {
  return readSentences(report).map(({ section }) => section);
}

function textsOf(report: string): string[] {
  return readSentences(report).map(({ text }) => text);
}

test('readSentences joins the headings above a sentence and omits the title', () => {
  const report =
    '# Shop down\n\nIt was slow.\n\n## Timeline\n\n### Recovery\n\nIt was fast.\n\n## Impact\n\nNone was lost.';
  expect(sectionsOf(report)).toEqual(['', 'timeline / recovery', 'impact']);
});

test('readSentences treats a label before a sentence as a heading, but not a label before a time', () => {
  expect(sectionsOf('**Resolved**: the pool was raised')).toEqual(['resolved']);
  expect(sectionsOf('- **Repaired**: 2031-03-04 11:33\n- The pool was raised')).toEqual(['']);
});

test('readSentences does not begin a new section at a heading that is a date or a time', () => {
  const report = '## Timeline\n\n### 4 March 2031\n\nThe pool ran dry.\n\n### 11:20 PM\n\nThe pool was raised.';
  expect(sectionsOf(report)).toEqual(['timeline', 'timeline']);
});

test('readSentences recognises known headings of plain text', () => {
  expect(sectionsOf('What Happened\nThe pool ran dry.\nResolution\nThe pool was raised.')).toEqual([
    'what happened',
    'resolution',
  ]);
});

test('readSentences joins lines that were wrapped to a width', () => {
  expect(textsOf('The pool of the checkout was raised to sixty and\nrestarted, which ended the incident.')).toEqual([
    'The pool of the checkout was raised to sixty and restarted, which ended the incident.',
  ]);
  expect(textsOf('shop is slow\nrestarted the worker')).toEqual(['shop is slow', 'restarted the worker']);
});

test('readSentences counts the lines below a time as part of the same timeline entry', () => {
  const entries = readSentences('Everyone was asleep.\n10:15 The pool ran dry\nraised the pool');
  expect(entries.map(({ isTimed }) => isTimed)).toEqual([false, true, true]);
});

test('readSentences omits milestones and metadata', () => {
  expect(textsOf('- Incident declared: 2031-03-04 10:20\n- 10:52 Resolved\n- Time to repair: two long hours')).toEqual(
    [],
  );
});

test('readSentences omits lines in italics, with which templates explain what to write', () => {
  const texts = readSentences(
    '_Describe here which part of the mill stood still, and since when._\nThe _big_ mill stood still.',
  );
  expect(texts.map(({ text }) => text)).toEqual(['The _big_ mill stood still.']);
});

test('readSentences omits lines that only give a link, and does not join the next line to them', () => {
  expect(
    textsOf(
      'runbook: https://wiki.example.com/runbooks/Depot Scan\nswitch of the rack is broken, they swap it tonight',
    ),
  ).toEqual(['switch of the rack is broken, they swap it tonight']);
});
