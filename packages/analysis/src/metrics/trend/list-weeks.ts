import { dayInMs, type ObservedPeriod } from '@refrain/domain';

/** The observed part of an ISO week, in ms. */
export interface ObservedWeek {
  /** Name such as `2026-W03`. */
  readonly week: string;
  readonly from: number;
  readonly until: number;
}

const weekInMs = 7 * dayInMs;
/** Monday, 1969-12-29, in ms since 1970. The epoch is a Thursday. */
const firstMonday = -3 * dayInMs;

/** Lists the weeks of a period in UTC. The first and last are cut to the period. */
export function listWeeks({ from, until }: ObservedPeriod): ObservedWeek[] {
  const [start, end] = [Date.parse(from), Date.parse(until)];
  const first = Math.floor((start - firstMonday) / weekInMs);
  const count = Math.max(0, Math.ceil((end - firstMonday) / weekInMs) - first);
  return Array.from({ length: count }, (_, at) => {
    const monday = firstMonday + (first + at) * weekInMs;
    return { week: nameWeek(monday), from: Math.max(start, monday), until: Math.min(end, monday + weekInMs) };
  });
}

/** Names a week after the year of its Thursday (ISO 8601). */
function nameWeek(monday: number): string {
  const thursday = monday + 3 * dayInMs;
  const year = new Date(thursday).getUTCFullYear();
  const number = 1 + Math.floor((thursday - Date.UTC(year, 0, 1)) / weekInMs);
  return `${String(year).padStart(4, '0')}-W${String(number).padStart(2, '0')}`;
}
