import { dayInMs } from '@refrain/domain';
import type { RandomStream } from './random-stream.ts';
import type { Season } from './theme.ts';

/** Period of the history, in milliseconds since 1970. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

const clockChanges = new Set([
  '03-30',
  '10-26',
  '03-29',
  '10-25',
  '10-27',
  '03-31',
  '11-02',
  '11-03',
  '03-08',
  '03-09',
]);

const inSeason: Readonly<Record<Season, (date: Date) => boolean>> = {
  month_end: (date) => date.getUTCDate() <= 2 || new Date(date.getTime() + dayInMs).getUTCDate() === 1,
  peak: (date) =>
    (date.getUTCMonth() === 10 && date.getUTCDate() >= 20) || (date.getUTCMonth() === 11 && date.getUTCDate() <= 22),
  campaign: (date) =>
    (date.getUTCMonth() === 10 && date.getUTCDate() >= 24) ||
    ([1, 4, 8].includes(date.getUTCMonth()) && date.getUTCDate() >= 12 && date.getUTCDate() <= 15),
  clock_change: (date) => date.getUTCDay() === 0 && clockChanges.has(date.toISOString().slice(5, 10)),
  night: () => true,
};

export function pickRandomTime(span: Span, season: Season | undefined, random: RandomStream): number {
  const days = Math.max(1, Math.floor((span.until - span.from) / dayInMs));
  const first = span.from - (span.from % dayInMs) + dayInMs;
  const start = random.int(0, days - 1);
  for (let step = 0; step < days; step += 1) {
    const midnight = first + ((start + step) % days) * dayInMs;
    if (season === undefined || inSeason[season](new Date(midnight))) {
      return (
        midnight +
        (season === 'night' || season === 'clock_change' ? random.int(0, 5 * 3_600) : random.int(0, 86_399)) * 1_000
      );
    }
  }
  return first + start * dayInMs + random.int(0, 86_399) * 1_000;
}

/** Returns the next time at which people work: on weekdays from 07:00 to 18:00 UTC. */
export function findNextWorkingTime(instant: number, random: RandomStream): number {
  let moved = instant;
  const hours = new Date(moved).getUTCHours();
  if (hours < 7 || hours >= 18)
    moved = moved - (moved % dayInMs) + (hours >= 18 ? dayInMs : 0) + random.int(7 * 3_600, 17 * 3_600) * 1_000;
  while ([0, 6].includes(new Date(moved).getUTCDay())) moved += dayInMs;
  return moved;
}

/**
 * Draws the times of a recurring failure, in ascending order. Half of them follow an earlier one within three weeks, because failures come
 * in clusters.
 */
export function pickRecurrenceTimes(
  count: number,
  span: Span,
  season: Season | undefined,
  random: RandomStream,
): number[] {
  const instants: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const near = season !== 'clock_change' && index > 0 && random.chance(0.5) ? random.pick(instants) : null;
    const window = near === null ? span : { from: near, until: Math.min(span.until, near + 21 * dayInMs) };
    const instant = pickRandomTime(window.until - window.from > 2 * dayInMs ? window : span, season, random);
    instants.push(Math.min(instant, span.until));
  }
  return instants.sort((a, b) => a - b);
}

export function formatInstant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
