import { type Effect, type FailureLibraryEntry, hourInMs, type Improvement } from '@refrain/domain';
import { guardrailLibrary } from '../../guardrails/library/all.ts';
import { formatCount } from '../../text/format.ts';
import { formatDuration } from '../../text/format-duration.ts';
import { formatNumber } from '../../text/format-number.ts';

type StoredFix = Pick<Improvement, 'id' | 'state' | 'guardrailId' | 'effect' | 'pastFixes'>;

/** Lists the latest fix of a pattern, and the guardrails that did not stop its failures. */
export function describeLibraryFixes(improvement: StoredFix | null): Pick<FailureLibraryEntry, 'fix' | 'failedFixes'> {
  if (improvement === null) return { fix: null, failedFixes: [] };
  const { id, state, guardrailId, effect, pastFixes } = improvement;
  const failed = [
    ...pastFixes.filter(({ verdict }) => verdict === 'came_back').map((past) => past.guardrailId),
    ...(state === 'recurred' ? [guardrailId] : []),
  ];
  return {
    fix: { improvementId: id, state, name: findName(guardrailId), effect: effect && describeMeasuredEffect(effect) },
    failedFixes: [...new Set(failed.flatMap((one) => findName(one) ?? []))],
  };
}

function findName(guardrailId: string | null): string | null {
  return guardrailLibrary.find(({ id }) => id === guardrailId)?.name ?? null;
}

/** Compares episodes before and after: `1 episode in the 84 days since the fix, where 5 were expected without it`. */
export function describeMeasuredEffect({ fixedAt, until, perWeek }: Effect): string {
  const time = formatDuration((Date.parse(until) - Date.parse(fixedAt)) / hourInMs);
  const episodes = formatCount(perWeek.after?.episodes ?? 0, 'episode').replace(/^0 /u, 'no ');
  return `${episodes} in the ${time} since the fix, where ${formatNumber(perWeek.expected)} were expected without it`;
}
