import { expect, test } from 'vitest';
import { guessFields } from './guess-fields.ts';

const column = (name: string, ...values: string[]) => ({ name, values });

test('guesses fields from names, and from values if no name fits', () => {
  const fields = guessFields([
    column('Ticket', 'INC-1', 'INC-2'),
    column('What happened', 'Checkout answers 502', 'The queue is stuck'),
    column('Impact end', '2026-01-02 09:55', ''),
    column('Impact start', '2026-01-02 09:10', '2026-02-11'),
    column('Service Name', 'checkout', 'billing'),
    column('Level', 'sev1', 'SEV-2'),
    column('Page', 'https://wiki.example/1'),
    column('Story', 'The connection pool ran dry. '.repeat(5)),
    column('Team', 'payments', 'search'),
  ]);
  expect(Object.fromEntries(fields)).toEqual({
    Ticket: 'id',
    'What happened': 'title',
    'Impact end': 'resolved',
    'Impact start': 'created',
    'Service Name': 'services',
    Level: 'severity',
    Page: 'url',
    Story: 'text',
  });
});

test('columns that say what happened and how it was fixed are texts beside a title', () => {
  const fields = guessFields([
    column('Title', 'Checkout answers 502'),
    column('What happened', 'The connection pool ran dry.'),
    column('How fixed', 'Raised the size of the pool.'),
    column('Affected service', 'checkout'),
  ]);
  expect(Object.fromEntries(fields)).toEqual({
    Title: 'title',
    'What happened': 'text',
    'How fixed': 'text',
    'Affected service': 'services',
  });
});

test('a column whose values are mostly no dates is not guessed as the start', () => {
  expect(guessFields([column('When', '2026-01-01', 'unknown', 'unknown')]).size).toBe(0);
});

test('a summary of one line is the title if no column has titles, and a text otherwise', () => {
  const summary = column('Summary', 'Checkout answers 502', 'The queue is stuck');
  const date = column('Date', '2026-01-02');
  expect(guessFields([date, summary]).get('Summary')).toBe('title');
  expect(guessFields([date, summary, column('Title', 'Outage')]).get('Summary')).toBe('text');
  expect(guessFields([date, column('Summary', 'It broke.\nThen it was repaired.')]).get('Summary')).toBe('text');
});

test('a column of long texts is the text even if other columns have sections of the text', () => {
  const story = column('What we saw', 'The connection pool ran dry. '.repeat(5));
  expect(Object.fromEntries(guessFields([story, column('Resolution', 'Restarted.')]))).toEqual({
    'What we saw': 'text',
    Resolution: 'text',
  });
});
