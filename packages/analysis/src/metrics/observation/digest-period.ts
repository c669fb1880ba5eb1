import { type DigestPeriod, dayInMs } from '@refrain/domain';

const mondayOf1970 = 4 * dayInMs;
const week = 7 * dayInMs;

/** Returns the last complete week or month before `at` (ms), in UTC. */
export function findLastCompleteDigestPeriod(kind: DigestPeriod['kind'], at: number): DigestPeriod {
  if (kind === 'week') {
    const until = Math.floor((at - mondayOf1970) / week) * week + mondayOf1970;
    return toPeriod(kind, until - week, until);
  }
  const date = new Date(at);
  const until = Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
  return toPeriod(kind, Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - 1), until);
}

export function findDigestPeriodBefore({ kind, from }: DigestPeriod): DigestPeriod {
  return findLastCompleteDigestPeriod(kind, Date.parse(from));
}

/** Returns the week or month that contains `at` (ms). */
export function findDigestPeriodAt(kind: DigestPeriod['kind'], at: number): DigestPeriod {
  const from = Date.parse(findLastCompleteDigestPeriod(kind, at).until);
  const date = new Date(from);
  const until = kind === 'week' ? from + week : Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
  return toPeriod(kind, from, until);
}

function toPeriod(kind: DigestPeriod['kind'], from: number, until: number): DigestPeriod {
  return { kind, from: new Date(from).toISOString(), until: new Date(until).toISOString() };
}
