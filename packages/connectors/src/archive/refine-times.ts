import { hasTimeOfDay } from '@refrain/domain';
import type { ArchiveIncident } from './schema.ts';
import { readStatedTimes } from './stated-times.ts';

type Times = Pick<ArchiveIncident, 'created' | 'resolved' | 'precision'>;

/**
 * Returns the times of an incident as given, unless only the day was given and its text states the times of that day.
 */
export function refineTimes({ created, resolved, precision, text }: Times & Pick<ArchiveIncident, 'text'>): Times {
  const givenTimes = { created, resolved, precision };
  if (hasTimeOfDay(precision)) return givenTimes;
  const stated = readStatedTimes(text, created.slice(0, 10));
  return stated === null ? givenTimes : { created: stated.start, resolved: stated.end, precision: 'minute' };
}
