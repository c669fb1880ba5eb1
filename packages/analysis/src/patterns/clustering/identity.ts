import type { LineageEvent } from '@refrain/domain';
import { compareStrings } from '../../collections/compare-strings.ts';
import type { PreviousPattern } from './clustering-result.ts';

/** The weight of a failure that states the mechanism of its pattern, by which people know the pattern. */
const statingWeight = 3;

interface Overlap {
  readonly previous: PreviousPattern;
  readonly group: number;
  readonly shared: number;
  /** The shared failures, of which those that state the mechanism of the pattern count several times. */
  readonly likeness: number;
  readonly jaccard: number;
}

/** Derives the id of a new pattern from its earliest failure, so that every installation creates the same id. */
export function derivePatternId(foundingFailureId: string): string {
  return `p${foundingFailureId}`;
}

/**
 * Gives each group the id of the pattern that it continues, or a new id. A group continues the pattern with which it
 * shares most failures, if they share at least two failures or half of the pattern's failures. Failures that state the
 * mechanism of the pattern count more, so that its address keeps its subject when it splits. The lineage records splits
 * and merges.
 * @param groups failure ids of each group in chronological order, which the result keeps
 */
export function assignPatternIds(
  groups: readonly (readonly string[])[],
  previous: readonly PreviousPattern[],
  newPatternId: (foundingFailureId: string) => string,
): { identified: { id: string; failureIds: readonly string[] }[]; lineage: Omit<LineageEvent, 'at'>[] } {
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

/** Lists pairs of a group and a previous pattern that share failures, greatest overlap first. */
function listOverlaps(groups: readonly (readonly string[])[], previous: readonly PreviousPattern[]): Overlap[] {
  const groupOf = new Map(groups.flatMap((failureIds, group) => failureIds.map((id) => [id, group] as const)));
  const overlaps = previous.flatMap((pattern) => {
    const shared = new Map<number, number>();
    const likeness = new Map<number, number>();
    const stating = new Set(pattern.statingFailureIds);
    for (const id of new Set(pattern.failureIds)) {
      const group = groupOf.get(id);
      if (group === undefined) continue;
      shared.set(group, (shared.get(group) ?? 0) + 1);
      likeness.set(group, (likeness.get(group) ?? 0) + (stating.has(id) ? statingWeight : 1));
    }
    return [...shared].map(([group, count]) => {
      const all = new Set([...pattern.failureIds, ...(groups[group] as readonly string[])]).size;
      return { previous: pattern, group, shared: count, likeness: likeness.get(group) ?? count, jaccard: count / all };
    });
  });
  const founder = ({ group }: Overlap) => groups[group]?.[0] ?? '';
  return overlaps.sort(
    (a, b) =>
      b.likeness - a.likeness ||
      b.jaccard - a.jaccard ||
      compareStrings(a.previous.patternId, b.previous.patternId) ||
      compareStrings(founder(a), founder(b)),
  );
}

function byFounder(groups: readonly (readonly string[])[]): number[] {
  return Array.from(groups.keys()).sort((a, b) => compareStrings(groups[a]?.[0] ?? '', groups[b]?.[0] ?? ''));
}

/** Derives an unused pattern id from the earliest failure, or from a later one if that id is taken. */
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
  return lineage.sort(
    (a, b) => compareStrings(a.patternId, b.patternId) || compareStrings(a.relatedPatternId, b.relatedPatternId),
  );
}
