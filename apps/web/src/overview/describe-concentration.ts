import type { Schemas } from '../api/refrain.ts';
import { count, formatHours, formatPercent } from '../labels/format.ts';

interface Overview {
  readonly figures: Schemas['Overview']['figures'];
  readonly worst: Pick<NonNullable<Schemas['Overview']['worst']>, 'byImpact' | 'byEpisodes'> | null;
}

/** The share of the whole that the named patterns should have together. */
const wantedShare = 1 / 3;
/** Below this share, no few patterns dominate, so nothing is said. */
const minShare = 0.2;

/**
 * Describes how few patterns account for a large part of the hours, or of the episodes if no duration is known, for example
 * `3 patterns account for 41 % of the impact (214 of 522 h).`
 */
export function describeConcentration({ figures, worst }: Overview): string | null {
  if (figures === null || worst === null) return null;
  const hours = figures.impactHours ?? 0;
  const byHours = findTop(
    worst.byImpact.map(({ impactHours }) => impactHours ?? 0),
    hours,
  );
  if (byHours !== null) {
    const of = `${formatHours(byHours.sum).replace(/\u00a0h$/u, '')} of ${formatHours(hours)}`;
    return `${describeTop(byHours)} of the impact (${of}).`;
  }
  if (hours > 0) return null;
  const byEpisodes = findTop(
    worst.byEpisodes.map(({ episodes }) => episodes),
    figures.episodes,
  );
  if (byEpisodes === null) return null;
  const of = `${byEpisodes.sum} of ${count(figures.episodes, 'episode')}`;
  return `${describeTop(byEpisodes)} of the episodes (${of}).`;
}

interface Top {
  readonly patterns: number;
  readonly sum: number;
  readonly share: number;
}

/** Returns the fewest values that reach the wanted share of the whole, or all values; null if their share is small. */
function findTop(values: readonly number[], whole: number): Top | null {
  if (whole <= 0) return null;
  let sum = 0;
  let patterns = 0;
  for (const value of values) {
    if (sum / whole >= wantedShare) break;
    sum += value;
    patterns += 1;
  }
  const share = sum / whole;
  return share < minShare ? null : { patterns, sum, share };
}

function describeTop({ patterns, share }: Top): string {
  return `${count(patterns, 'pattern')} ${patterns === 1 ? 'accounts' : 'account'} for ${formatPercent(share)}`;
}

/** Says how much of the impact is in no pattern if that is most of it; null otherwise. */
export function describeUnassignedImpact({ figures }: Pick<Overview, 'figures'>): string | null {
  if (figures === null || figures.impactHours === null) return null;
  const { impactHours, unassignedHours } = figures;
  return 2 * unassignedHours <= impactHours ? null : `${formatHours(unassignedHours)} of it are in no pattern.`;
}

/** Below this share of the episodes, those in no pattern are not worth a statement. */
const minUnassignedShare = 0.05;

/** Counts the episodes in no pattern, for example `13 of 34 episodes (27 h of impact)`; null if they are a small part. */
export function countUnassigned({ figures }: Pick<Overview, 'figures'>): string | null {
  if (figures === null || figures.episodes === 0) return null;
  const { episodes, unassigned, unassignedHours } = figures;
  if (unassigned / episodes < minUnassignedShare) return null;
  const impact = unassignedHours === 0 ? '' : ` (${formatHours(unassignedHours)} of impact)`;
  return `${unassigned} of ${count(episodes, 'episode')}${impact}`;
}
