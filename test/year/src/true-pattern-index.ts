import type { Truth } from '@refrain/sample-org';

/** Maps every failure, by its id at the provider, to its true pattern. */
export interface TruePatternIndex {
  add(kind: string, externalId: string, patternId: string | null): void;
  /** Returns the true pattern to which most of these failures belong; null if most belong to no pattern or are not recorded. */
  findMainPattern(failures: readonly { readonly kind: string; readonly externalId: string }[]): string | null;
  count(failures: readonly { readonly kind: string; readonly externalId: string }[]): ReadonlyMap<string, number>;
}

const none = 'none';

export function createTruePatternIndex(before: Truth): TruePatternIndex {
  const patternOf = new Map<string, string | null>();
  const keyOf = (kind: string, id: string): string => `${kind} ${id}`;
  for (const { failures, patternId } of before.episodes) {
    for (const { kind, id, sameAs } of failures) {
      for (const name of [id, ...sameAs]) patternOf.set(keyOf(kind, name), patternId);
    }
  }
  const count: TruePatternIndex['count'] = (failures) => {
    const counts = new Map<string, number>();
    for (const { kind, externalId } of failures) {
      const pattern = patternOf.get(keyOf(kind, externalId)) ?? none;
      counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
    }
    return counts;
  };
  return {
    add: (kind, externalId, patternId) => void patternOf.set(keyOf(kind, externalId), patternId),
    count,
    findMainPattern(failures) {
      const [first] = [...count(failures)].sort((a, b) => b[1] - a[1]);
      return first === undefined || first[0] === none ? null : first[0];
    },
  };
}
