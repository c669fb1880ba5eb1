import type { LineageEvent } from '@refrain/domain';
import { compare } from '../../collections/compare.ts';
import type { PreviousPattern } from './clustering-result.ts';

export interface Identified {
  readonly id: string;
  /** In chronological order. */
  readonly failureIds: readonly string[];
}

interface Overlap {
  readonly previous: PreviousPattern;
  readonly group: number;
  readonly shared: number;
  /** Shared failures divided by all failures of both. */
  readonly jaccard: number;
}

/** Returns the id of a new pattern founded by this failure, which is reproducible in any installation. */
export function patternIdOf(foundingFailureId: string): string {
  return `p${foundingFailureId}`;
}

/**
 * Assigns groups the ids of the patterns that they continue. A group continues the pattern with which it shares most
 * failures, if they share at least two or half of the pattern; each id is used once. Remaining groups are new and
 * record their origin; a pattern that no group continues records where most of it went.
 * @param groups each with its failures in chronological order
 */
export function identify(
  groups: readonly (readonly string[])[],
  previous: readonly PreviousPattern[],
  newPatternId: (foundingFailureId: string) => string,
): { identified: Identified[]; lineage: Omit<LineageEvent, 'at'>[] } {
  const overlaps = listOverlaps(groups, previous);
  const idOf = new Map<number, string>();
  const continued = new Set<string>();
  for (const overlap of overlaps) {
    const { patternId, failureIds } = overlap.previous;
    const enough = overlap.shared >= 2 || 2 * overlap.shared >= failureIds.length;
    if (!enough || idOf.has(overlap.group) || continued.has(patternId)) continue;
    idOf.set(overlap.group, patternId);
    continued.add(patternId);
  }
  const taken = new Set(previous.map(({ patternId }) => patternId));
  const fresh = new Set<number>();
  for (const group of byFounder(groups)) {
    if (idOf.has(group)) continue;
    const id = findFreeId(groups[group] as readonly string[], taken, newPatternId);
    taken.add(id);
    idOf.set(group, id);
    fresh.add(group);
  }
  return {
    identified: groups.map((failureIds, group) => ({ id: idOf.get(group) as string, failureIds })),
    lineage: traceLineage(overlaps, idOf, fresh, continued),
  };
}

/** Lists pairs that share failures, greatest overlap first. */
function listOverlaps(groups: readonly (readonly string[])[], previous: readonly PreviousPattern[]): Overlap[] {
  const groupOf = new Map(groups.flatMap((failureIds, group) => failureIds.map((id) => [id, group] as const)));
  const overlaps = previous.flatMap((pattern) => {
    const shared = new Map<number, number>();
    for (const id of new Set(pattern.failureIds)) {
      const group = groupOf.get(id);
      if (group !== undefined) shared.set(group, (shared.get(group) ?? 0) + 1);
    }
    return [...shared].map(([group, count]) => {
      const all = new Set([...pattern.failureIds, ...(groups[group] as readonly string[])]).size;
      return { previous: pattern, group, shared: count, jaccard: count / all };
    });
  });
  const founder = ({ group }: Overlap) => groups[group]?.[0] ?? '';
  return overlaps.sort(
    (a, b) =>
      b.shared - a.shared ||
      b.jaccard - a.jaccard ||
      compare(a.previous.patternId, b.previous.patternId) ||
      compare(founder(a), founder(b)),
  );
}

function byFounder(groups: readonly (readonly string[])[]): number[] {
  return Array.from(groups.keys()).sort((a, b) => compare(groups[a]?.[0] ?? '', groups[b]?.[0] ?? ''));
}

/** Returns the id of the earliest failure, or of a later one if its id is already taken. */
function findFreeId(
  failureIds: readonly string[],
  taken: ReadonlySet<string>,
  newPatternId: (id: string) => string,
): string {
  for (const failureId of failureIds) {
    const id = newPatternId(failureId);
    if (!taken.has(id)) return id;
  }
  for (let attempt = 2; ; attempt++) {
    const id = newPatternId(`${failureIds[0]}/${attempt}`);
    if (!taken.has(id)) return id;
  }
}

function traceLineage(
  overlaps: readonly Overlap[],
  idOf: ReadonlyMap<number, string>,
  fresh: ReadonlySet<number>,
  continued: ReadonlySet<string>,
): Omit<LineageEvent, 'at'>[] {
  const lineage: Omit<LineageEvent, 'at'>[] = [];
  const merged = new Set<string>();
  for (const { previous, group } of overlaps) {
    const id = idOf.get(group) as string;
    if (continued.has(previous.patternId)) {
      if (fresh.has(group)) lineage.push({ patternId: id, relatedPatternId: previous.patternId, kind: 'split_from' });
    } else if (!merged.has(previous.patternId)) {
      merged.add(previous.patternId);
      lineage.push({ patternId: previous.patternId, relatedPatternId: id, kind: 'merged_into' });
    }
  }
  return lineage.sort((a, b) => compare(a.patternId, b.patternId) || compare(a.relatedPatternId, b.relatedPatternId));
}
