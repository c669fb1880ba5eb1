import type { Schemas } from '../api/refrain.ts';

type Period = Schemas['DigestPeriod'];

/** Formats in UTC, because the periods of digests are in UTC. */
const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
const month = format({ month: 'long', year: 'numeric' });
const day = format({ day: 'numeric', month: 'short', year: 'numeric' });

/** Formats a period: `October 2026`, `16 to 22 Nov 2026`. */
export function describeDigestPeriod({ kind, from, until }: Period): string {
  const first = new Date(from);
  if (kind === 'month') return month.format(first);
  const last = new Date(Date.parse(until) - 1);
  const [lastText, firstText] = [day.format(last), day.format(first)];
  const isOneMonth = first.getUTCMonth() === last.getUTCMonth();
  return `${isOneMonth ? first.getUTCDate() : firstText} to ${lastText}`;
}

/** Formats the scope of a digest: `All services`, `Team @acme/pay`, or the name of a service. */
export function describeDigestScope(scope: Schemas['DigestScope']): string {
  if (scope.kind === 'organisation') return 'All services';
  return scope.kind === 'team' ? `Team ${scope.name}` : scope.name;
}

export const digestPeriodLabels = { week: 'week', month: 'month' } as const;
export const digestScopeLabels = { organisation: 'all services', service: 'one service', team: 'one team' } as const;

export type DigestPeriodKind = keyof typeof digestPeriodLabels;
export type DigestScopeKind = keyof typeof digestScopeLabels;
