import { hasTimeOfDay, type Instant } from '@refrain/domain';
import { DateTime } from 'luxon';
import { monthNames } from './find-date.ts';
import { convertTo24Hour } from './parse-date.ts';
import type { ArchiveIncident } from './schema.ts';
import { parseTimeZone } from './time-zones.ts';

export interface IncidentTimesInText {
  readonly start: Instant;
  readonly end: Instant | null;
}

const readLength = 60_000;
const lineLength = 400;
const maxMs = 14 * 24 * 60 * 60 * 1_000;

const clock = String.raw`(?<hour>\d{1,2}):(?<minute>[0-5]\d)(?::[0-5]\d)?(?: ?(?<half>[apAP])\.?[mM]\.?)?`;
const time = new RegExp(
  String.raw`(?<![\d:.])${clock}(?![\d:])(?: ?\(?(?<zone>UTC|GMT|[A-Z]{2,4}T|Z|[+-]\d\d:?\d\d)\b\)?)?`,
  'u',
);
const isoDay = /(?<!\d)(\d{4})[-/](\d\d)[-/](\d\d)(?!\d)/u;
const monthFirst =
  /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? (\d{1,2})(?:st|nd|rd|th)?\b(?:,? (\d{4}))?/iu;
const dayFirst =
  /\b(\d{1,2})(?:st|nd|rd|th)? (?:of )?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b(?:,? (\d{4}))?/iu;

const zoneStatement =
  /\b(?:all )?times?(?: \w{1,12}){0,4} (?:are|is|in)(?: in| given in| listed in)? ?:?\s*(?<zone>[A-Z][\w/&(), ]{1,40})/iu;
const headingWithZone = /^#{0,6}[ \t]{0,4}\*{0,2}time ?line[^\n]{0,20}\((?<zone>[\w/ ]{1,30})\)/imu;
const impact = /^(?:[-*#|\s]{0,6})\*{0,2}(?:impact|incident|outage) (?:time|start|period|window)\b/iu;
const event = '(?:(?:fault|incident|outage|impact|issue|problem)s? )?(?:is |was )?';
/** Labels of lines with a time, the most precise labels first. */
const startLabels = ['occurs?|occurred|start(?:s|ed)?|began|begins|start ?time', '(?:first )?detected'].map(labelled);
const endLabels = ['resolved|ended|ends?|end ?time', 'repaired|recovered|restored|mitigated'].map(labelled);
const labelDistance = 30;

/**
 * Reads the times that a text states for an incident on a UTC day (`YYYY-MM-DD`); null if it states no start near that
 * day.
 */
export function readIncidentTimesInText(report: string, day: string): IncidentTimesInText | null {
  const text = report.slice(0, readLength);
  const zone = readZoneStatement(text);
  const lines = text.split('\n').map((line) => line.slice(0, lineLength));
  const [start, end] = readImpact(lines, day, zone) ?? [
    readLabelled(lines, startLabels, day, zone),
    readLabelled(lines, endLabels, day, zone),
  ];
  if (start === null || !isNearDay(start, day)) return null;
  const lasted = end === null ? -1 : end.toMillis() - start.toMillis();
  return { start: toInstant(start), end: end !== null && lasted >= 0 && lasted <= maxMs ? toInstant(end) : null };
}

function readZoneStatement(text: string): string {
  const named =
    zoneStatement.exec(text.replace(/\n/gu, ' \n'))?.groups?.zone ?? headingWithZone.exec(text)?.groups?.zone;
  return (named === undefined ? null : parseTimeZone(named)) ?? 'UTC';
}

/** Reads an `IMPACT TIME` line whose times are in the same or the next line. */
function readImpact(lines: readonly string[], day: string, zone: string): [DateTime, DateTime | null] | null {
  const at = lines.findIndex((line) => impact.test(line));
  if (at === -1) return null;
  const span = `${lines[at] ?? ''} ${lines[at + 1] ?? ''}`;
  const [first, ...rest] = span.split(/ (?:to|until|–|—|-) /u);
  const start = readTime(first ?? '', day, zone);
  return start === null ? null : [start, readTime(rest.join(' '), start.toISODate() ?? day, zone)];
}

function labelled(words: string): RegExp {
  return new RegExp(`^${event}(?:${words})\\b(?<rest>.*)$`, 'iu');
}

function readLabelled(lines: readonly string[], labels: readonly RegExp[], day: string, zone: string): DateTime | null {
  const plain = lines.map((line) => line.replace(/[*_`|]/gu, '').replace(/^[\s#>+-]+/u, ''));
  for (const label of labels) {
    for (const line of plain) {
      const rest = label.exec(line)?.groups?.rest;
      const dateTime = rest === undefined ? null : readTime(rest.slice(0, labelDistance), day, zone);
      if (dateTime !== null) return dateTime;
    }
  }
  return null;
}

function readTime(text: string, day: string, zone: string): DateTime | null {
  const found = time.exec(text.replace(isoDay, (date) => ' '.repeat(date.length)))?.groups;
  const date = DateTime.fromISO(readDay(text, day));
  const hour = found === undefined ? null : convertTo24Hour(Number(found.hour), found.half);
  if (found === undefined || hour === null || !date.isValid) return null;
  const statedZone = found.zone === undefined ? zone : offsetOf(found.zone);
  if (statedZone === null) return null;
  const { year, month, day: dayOfMonth } = date;
  const dateTime = DateTime.fromObject(
    { year, month, day: dayOfMonth, hour, minute: Number(found.minute) },
    { zone: statedZone },
  );
  return dateTime.isValid ? dateTime : null;
}

function offsetOf(zone: string): string | null {
  return /^[+-]/u.test(zone) ? `UTC${zone}` : parseTimeZone(zone);
}

function readDay(text: string, day: string): string {
  const iso = isoDay.exec(text);
  if (iso !== null) return `${iso[1]}-${iso[2]}-${iso[3]}`;
  const named = monthFirst.exec(text);
  const reversed = named === null ? dayFirst.exec(text) : null;
  const [month, date, year] = named !== null ? named.slice(1) : [reversed?.[2], reversed?.[1], reversed?.[3]];
  if (month === undefined || date === undefined) return day;
  const number = monthNames.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  return `${year ?? day.slice(0, 4)}-${String(number).padStart(2, '0')}-${date.padStart(2, '0')}`;
}

/** Tells whether a time is at most 24 hours before or after the day, since time zones differ. */
function isNearDay(dateTime: DateTime, day: string): boolean {
  return Math.abs(dateTime.toMillis() - (Date.parse(day) + 12 * 3_600_000)) <= 36 * 3_600_000;
}

function toInstant(dateTime: DateTime): Instant {
  return dateTime.toUTC().toISO() ?? '';
}

type Times = Pick<ArchiveIncident, 'created' | 'resolved' | 'precision'>;

/** Replaces the dates of an incident by times from its text if only the day is known. */
export function replaceDateByTimesInText({
  created,
  resolved,
  precision,
  text,
}: Times & Pick<ArchiveIncident, 'text'>): Times {
  const givenTimes = { created, resolved, precision };
  if (hasTimeOfDay(precision)) return givenTimes;
  const stated = readIncidentTimesInText(text, created.slice(0, 10));
  return stated === null ? givenTimes : { created: stated.start, resolved: stated.end, precision: 'minute' };
}
