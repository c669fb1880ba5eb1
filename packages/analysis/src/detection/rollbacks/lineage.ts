import type { Change } from '@refrain/domain';

/**
 * Relation of one revision to another: `apart` if they have diverged, `unknown` if the stored history does not show it.
 */
export type Relation = 'same' | 'older' | 'newer' | 'apart' | 'unknown';

/** The ancestry of a repository's stored commits, by first parents. */
export interface Lineage {
  /** Returns the relation of `sha` to `other`. */
  relate(sha: string, other: string): Relation;
}

/** Position of a commit below its oldest known ancestor. */
interface Location {
  readonly root: string;
  readonly depth: number;
}

/** @param changes of one repository, in any order; only commits have parents */
export function createLineage(changes: readonly Change[]): Lineage {
  const parents = new Map<string, string | null>();
  for (const { kind, sha, parents: own } of changes)
    if (kind === 'commit' && sha !== null) parents.set(sha.toLowerCase(), own[0]?.toLowerCase() ?? null);
  const locations = new Map<string, Location>();

  function locationOf(sha: string): Location | null {
    if (!parents.has(sha)) return null;
    const way: string[] = [];
    const onWay = new Set<string>();
    let at = sha;
    for (; !locations.has(at); at = parents.get(at) ?? '') {
      way.push(at);
      onWay.add(at);
      const parent = parents.get(at) ?? null;
      // Stops at a cycle of parents.
      if (parent === null || !parents.has(parent) || onWay.has(parent)) {
        locations.set(at, { root: at, depth: 0 });
        way.pop();
        break;
      }
    }
    for (const below of way.reverse()) {
      const above = locations.get(parents.get(below) ?? '');
      if (above !== undefined) locations.set(below, { root: above.root, depth: above.depth + 1 });
    }
    return locations.get(sha) ?? null;
  }

  function ancestorOf(sha: string, steps: number): string | null {
    let at: string | null = sha;
    for (let step = 0; at !== null && step < steps; step += 1) at = parents.get(at) ?? null;
    return at;
  }

  return {
    relate(one, another) {
      const [sha, other] = [one.toLowerCase(), another.toLowerCase()];
      if (sha === other) return 'same';
      const [place, otherPlace] = [locationOf(sha), locationOf(other)];
      if (place === null || otherPlace === null || place.root !== otherPlace.root) return 'unknown';
      const steps = otherPlace.depth - place.depth;
      if (steps > 0 && ancestorOf(other, steps) === sha) return 'older';
      if (steps < 0 && ancestorOf(sha, -steps) === other) return 'newer';
      return 'apart';
    },
  };
}
