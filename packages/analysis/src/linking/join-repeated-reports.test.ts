import { expect, test } from 'vitest';
import { joinRepeatedReports } from './join-repeated-reports.ts';
import { createFailure } from './testing.ts';

const summary =
  'Between 05:10 and 06:40 UTC on January 5 the order queue accepted no messages, because its disk was full.';

function join(...texts: [hours: number, text: string][]): string[] {
  const incidents = texts.map(([hours, text], at) => createFailure(`i${at}`, hours, { text, precision: 'day' }));
  return joinRepeatedReports(incidents).map(({ earlier, later }) => `${earlier.id} ${later.id}`);
}

test('joinRepeatedReports joins incidents that one report describes', () => {
  expect(join([0, `Orders fail.\n${summary}`], [2, `${summary} We added an alert.`], [3, 'Mails are late.'])).toEqual([
    'i0 i1',
  ]);
});

test('joinRepeatedReports does not join incidents that are more than three days apart', () => {
  expect(join([0, summary], [100, summary])).toEqual([]);
});

test('joinRepeatedReports does not join incidents that share a sentence without a time', () => {
  const thanks = 'Thank you for your patience while we work on the problem, a detailed report will follow soon.';
  expect(join([0, thanks], [2, thanks])).toEqual([]);
});

test('joinRepeatedReports does not join incidents by a sentence that earlier incidents contain with other times', () => {
  const update = (time: string) =>
    `We will publish the next update about the state of all services by ${time} UTC at the latest.`;
  expect(join([0, update('12:00')], [1, update('12:00')])).toEqual(['i0 i1']);
  expect(join([0, update('12:00')], [1, update('12:00')], [-900, update('08:00')])).toEqual([]);
});
