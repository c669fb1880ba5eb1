import type { ReportMember } from '@refrain/domain';
import { weighSeverity } from '../../text/weigh-severity.ts';

/** Returns the worst severity of failures; null if none is known. */
export function findWorstSeverity(members: readonly Pick<ReportMember, 'severity'>[]): string | null {
  const known = members.flatMap(({ severity = null }) =>
    severity === null || severity.toLowerCase() === 'none' ? [] : severity,
  );
  return known.sort((a, b) => weighSeverity(b) - weighSeverity(a))[0] ?? null;
}
