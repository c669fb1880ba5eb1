import type { Change } from '@refrain/domain';

/** Relation of two revisions. `apart` means diverged; `unknown` means that stored commits do not connect them. */
export type RevisionRelation = 'same' | 'older' | 'newer' | 'apart' | 'unknown';

/** Returns how `sha` relates to `other` along first parents: `older` if `sha` is an ancestor of `other`. */
export type RevisionComparison = (sha: string, other: string) => RevisionRelation;

/** The oldest stored ancestor of a commit, and the number of commits from there to the commit. */
interface Location {
  readonly root: string;
  readonly depth: number;
}

export function createRevisionComparison(changes: readonly Change[]): RevisionComparison {
  const parents = new Map<string, string | null>();
  for (const { kind, sha, parents: own } of changes)
    if (kind === 'commit' && sha !== null) parents.set(sha.toLowerCase(), own[0]?.toLowerCase() ?? null);
  const locations = new Map<string, Location>();

  function locationOf(sha: string): Location | null {
    if (!parents.has(sha)) return null;
    const path: string[] = [];
    const onPath = new Set<string>();
    let at = sha;
    for (; !locations.has(at); at = parents.get(at) ?? '') {
      path.push(at);
      onPath.add(at);
      const parent = parents.get(at) ?? null;
      // Imported data may contain commits that are their own ancestors. Checking `onPath` prevents an endless loop then.
      if (parent === null || !parents.has(parent) || onPath.has(parent)) {
        locations.set(at, { root: at, depth: 0 });
        path.pop();
        break;
      }
    }
    for (const below of path.reverse()) {
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

  return (one, another) => {
    const [sha, other] = [one.toLowerCase(), another.toLowerCase()];
    if (sha === other) return 'same';
    const [own, target] = [locationOf(sha), locationOf(other)];
    if (own === null || target === null || own.root !== target.root) return 'unknown';
    const steps = target.depth - own.depth;
    if (steps > 0 && ancestorOf(other, steps) === sha) return 'older';
    if (steps < 0 && ancestorOf(sha, -steps) === other) return 'newer';
    return 'apart';
  };
}
