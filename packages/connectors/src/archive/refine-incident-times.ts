import { hasTimeOfDay } from '@refrain/domain';
import type { ArchiveIncident } from './schema.ts';
import { readStatedTimes } from './stated-times.ts';

type Times = Pick<ArchiveIncident, 'created' | 'resolved' | 'precision'>;

/** Replaces the dates of an incident by times from its text if only the day is known. */
export function refineIncidentTimes({
  created,
  resolved,
  precision,
  text,
}: Times & Pick<ArchiveIncident, 'text'>): Times {
  const givenTimes = { created, resolved, precision };
  if (hasTimeOfDay(precision)) return givenTimes;
  const stated = readStatedTimes(text, created.slice(0, 10));
  return stated === null ? givenTimes : { created: stated.start, resolved: stated.end, precision: 'minute' };
}
