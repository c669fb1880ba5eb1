import type { Failure } from '@refrain/domain';
import { groupBy } from '../collections/group-by.ts';
import { sortByTime } from '../collections/sort-by-time.ts';
import { joinSuccessiveReports } from './join-successive-reports.ts';
import type { FailureJoin } from './same-episode.ts';

const textLimit = 20_000;

/** Matches a period such as “Between 13:25 UTC and 18:35 UTC”. */
const period =
  /\b(?:between|from) (?:[\w,]+ ){0,4}?(?:approximately )?(\d{1,2}:\d{2})(?: ?(?:UTC|GMT|[ap]\.?m\.?|[A-Z]{2,4}T))?(?: on(?: [\w,]+){1,3})? ?(?:and|to|until|–|-) ?(?:[\w,]+ ){0,4}?(\d{1,2}:\d{2})\b/giu;
/** Matches the stated beginning of an event, such as “beginning at Friday, 2022-05-06 01:20”. */
const beginning = /\b(?:beginning|began|started|starting|since)(?: \w+,?){0,2} (\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2})\b/giu;
/** Matches the address of another incident report, with its id. */
const incidentUrl =
  /https?:\/\/[^\s<>()[\]"'`]{1,200}\/(?:incidents?|issues|outages?)\/[\w-]{4,80}(?:\/[\w-]{1,40}){0,2}/giu;
/** A whole hour is often rounded, so that two events may state the same period. */
const isExact = (clock: string) => !clock.endsWith(':00');

/**
 * Joins incidents whose texts state the same period or beginning to the minute, or name the same incident report. One
 * event often has a report for each product.
 */
export function joinReportsOfOneEvent(incidents: readonly Failure[]): FailureJoin[] {
  const reports = groupBy(incidents, ({ url }) => (url === null ? [] : [url]));
  const found = sortByTime(incidents).flatMap((failure) => {
    // One document may describe several incidents, so that its address identifies none of them.
    const isOwn = failure.url !== null && reports.get(failure.url)?.length === 1;
    return listEventKeys(failure, isOwn).map((key) => ({ failure, ...key }));
  });
  return [...groupBy(found, ({ key }) => [key]).values()].flatMap(joinSuccessiveReports);
}

/**
 * Lists what identifies the events that an incident's text mentions, each once.
 * @param isOwn whether the incident's address belongs to it alone
 */
function listEventKeys({ text, url }: Failure, isOwn: boolean): { key: string; detail: string }[] {
  const read = text.slice(0, textLimit);
  const keys = new Map<string, string>();
  for (const [, from = '', until = ''] of read.matchAll(period)) {
    if (isExact(from) && isExact(until)) keys.set(`${from}–${until}`, `both happened from ${from} to ${until}`);
  }
  for (const [, at = ''] of read.matchAll(beginning)) {
    if (isExact(at)) keys.set(at, `both began at ${at}`);
  }
  const urls = [...read.matchAll(incidentUrl)].map(([found]) => found);
  for (const address of isOwn && url !== null ? [url, ...urls] : urls) keys.set(address, `both name ${address}`);
  return [...keys].map(([key, detail]) => ({ key, detail }));
}
