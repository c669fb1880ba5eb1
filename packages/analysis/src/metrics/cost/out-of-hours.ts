import type { Instant, WorkingTime } from '@refrain/domain';

const days: Readonly<Record<string, number>> = { Mon: 1, Tue: 2, Wed: 3, Thu: 4, Fri: 5, Sat: 6, Sun: 7 };

/** Returns a function that tells whether a time is outside working hours. Ignores public holidays. */
export function createOutOfHoursCheck({ timeZone, workday, weekend }: WorkingTime): (at: Instant) => boolean {
  const clock = new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'short', hour: 'numeric', hourCycle: 'h23' });
  return (at) => {
    const parts = clock.formatToParts(new Date(at));
    const read = (type: 'weekday' | 'hour'): string => parts.find((part) => part.type === type)?.value ?? '';
    const hour = Number(read('hour'));
    return weekend.includes(days[read('weekday')] ?? 0) || hour < workday.from || hour >= workday.until;
  };
}
