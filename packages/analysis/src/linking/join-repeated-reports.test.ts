import { expect, test } from 'vitest';
import { joinRepeatedReports } from './join-repeated-reports.ts';
import { createFailure } from './testing.ts';

const summary =
  'Between 05:10 and 06:40 UTC on January 5 the order queue accepted no messages, because its disk was full.';

/** @param texts start in hours, text and duration in hours of each incident */
function join(...texts: [hours: number, text: string, duration?: number][]): string[] {
  const incidents = texts.map(([hours, text, duration], at) => {
    const incident = createFailure(`i${at}`, hours, { text, precision: 'day' });
    return duration === undefined
      ? incident
      : { ...incident, resolvedAt: createFailure('end', hours + duration).occurredAt };
  });
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

test('joinRepeatedReports joins incidents that share a sentence without a time only if they overlap', () => {
  const cause =
    'The outage was caused by a new version of the router that sent all requests of one region to a single host until it ran out of memory.';
  expect(join([0, cause, 1], [2, cause, 1])).toEqual([]);
  expect(join([0, cause, 3], [2, cause, 1])).toEqual(['i0 i1']);
  expect(join([0, cause, 3], [2, cause, 1], [-900, cause, 1])).toEqual([]);
});

test('joinRepeatedReports does not join overlapping incidents that share a short sentence without a time', () => {
  const thanks = 'Thank you for your patience while we work on the problem, a detailed report will follow soon.';
  expect(join([0, thanks, 3], [2, thanks, 1])).toEqual([]);
});

test('joinRepeatedReports joins overlapping incidents that share a short sentence on the cause or the resolution', () => {
  const remedy = 'We mitigated this by rolling the ledger back to the former stable version.';
  expect(join([0, remedy, 3], [2, remedy, 1])).toEqual(['i0 i1']);
  expect(join([0, remedy, 1], [2, remedy, 1])).toEqual([]);
});

test('joinRepeatedReports does not join incidents by a sentence that earlier incidents contain with other times', () => {
  const update = (time: string) =>
    `We will publish the next update about the state of all services by ${time} UTC at the latest.`;
  expect(join([0, update('12:00')], [1, update('12:00')])).toEqual(['i0 i1']);
  expect(join([0, update('12:00')], [1, update('12:00')], [-900, update('08:00')])).toEqual([]);
});
