import { type Connection, type ConnectionHealth, type Instant, minuteInMs } from '@refrain/domain';
import { overlapMs, type ScopeMember } from '@refrain/store';

/**
 * The permissions that a credential lacks, what each costs and what to do; null where none is. An optional one is the choice
 * of whoever gave the credential.
 */
export function describeMissing(missing: ConnectionHealth['missing']): string | null {
  const needed = missing.filter(({ isOptional }) => isOptional !== true);
  if (needed.length === 0) return null;
  const each = needed.map(({ permission, costs }) => `${permission} (costs ${costs})`).join(', ');
  return `The credential lacks ${each}: give it that and it is seen within minutes, or connect again with another one`;
}

/** What is new is missed where our clock is ahead by more than passes overlap; half of it is told already. */
const tolerableMs = overlapMs / 2;

/**
 * That our clock and the provider's do not agree, and what to do; null where they do, and where the provider says nothing.
 * @param answeredAt just now, by the provider's clock
 * @param now the clock of PostgreSQL, by which all processes go, in milliseconds since 1970
 */
export function describeClock(answeredAt: Instant | null, now: number): string | null {
  if (answeredAt === null) return null;
  const aheadMs = now - Date.parse(answeredAt);
  if (Math.abs(aheadMs) <= tolerableMs) return null;
  const minutes = Math.round(Math.abs(aheadMs) / minuteInMs);
  const where = aheadMs > 0 ? 'ahead of' : 'behind';
  return `The clock of PostgreSQL is ${minutes} minutes ${where} the provider's, so that what is new may be missed: set the clock of its machine by NTP, and it is seen within minutes`;
}

/** Names that are told; the others are counted. */
const toldAtMost = 5;

/**
 * What was taken in, or chosen by its name, and is not to be seen, and what to do; null where all is there. A pattern with
 * `*` or `?` may match nothing yet.
 */
export function describeGone(
  { provider, scope }: Pick<Connection, 'provider' | 'scope'>,
  members: readonly ScopeMember[],
): string | null {
  const there = new Set(members.filter(({ state }) => state === 'present').map(({ name }) => name.toLowerCase()));
  const gone = members.filter(({ state }) => state === 'gone').map(({ name }) => name);
  const chosen = provider === 'github' ? scope.repositories : scope.services;
  const unseen = chosen.filter((name) => !/[*?]/u.test(name) && !there.has(name.toLowerCase()));
  const byName = new Map([...gone, ...unseen].map((name) => [name.toLowerCase(), name]));
  const names = [...byName.values()].sort();
  if (names.length === 0) return null;
  const what = provider === 'github' ? 'repositories' : 'services';
  const more = names.length > toldAtMost ? ` and ${names.length - toldAtMost} more` : '';
  return `These ${what} are gone, or hidden from the credential: ${names.slice(0, toldAtMost).join(', ')}${more}; give it access to them again, or connect again to go on without them`;
}
