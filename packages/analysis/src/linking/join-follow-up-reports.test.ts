import { expect, test } from 'vitest';
import { joinFollowUpReports } from './join-follow-up-reports.ts';
import { createFailure } from './testing.ts';

const file = '2026-01-05-orders-queue-full';
const first = createFailure('first', 0, { url: `https://github.com/acme/reports/blob/main/${file}.md` });

function joins(text: string, hours = 2_000): boolean {
  return joinFollowUpReports([first, createFailure('second', hours, { text })]).length === 1;
}

test('joinFollowUpReports joins an addendum with the report that it names', () => {
  expect(joins(`This is an addendum to the initial incident report (https://acme.org/reports/${file}.md).`)).toBe(true);
  expect(joins(`This is the final version of the report in https://acme.org/incident-\nreports/${file}.md`)).toBe(true);
});

test('joinFollowUpReports finds a report by an id that has a prefix before the date', () => {
  const named = createFailure('named', 0, { externalId: `acme-${file}` });
  const addendum = createFailure('second', 2_000, { text: `An addendum to the report in ${file}.md` });
  expect(joinFollowUpReports([named, addendum])).toMatchObject([{ earlier: named, later: addendum }]);
});

test('joinFollowUpReports does not join a report with an earlier incident that it only mentions', () => {
  expect(joins(`This resembles the incident in https://acme.org/reports/${file}.md.`)).toBe(false);
  expect(joins('This is an addendum to the initial incident report.')).toBe(false);
});

test('joinFollowUpReports does not join reports that are more than a year apart', () => {
  expect(joins(`An addendum to the report in ${file}.md`, 24 * 400)).toBe(false);
});
