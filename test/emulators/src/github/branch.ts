import { type PageableList, reverseList } from '../http/sorted-view.ts';
import type { WorldCommit } from '../world.ts';

export interface Branch {
  /** All commits of the default branch, oldest first. */
  readonly commits: readonly WorldCommit[];
  /** Finds a commit by a branch name, `HEAD`, a hash or the beginning of a hash. */
  find(ref: string): WorldCommit | null;
  /** Lists the commits that are reachable from a commit, newest first. The commits can be filtered by time and by file or folder. */
  list(from: WorldCommit, wanted: CommitFilter): PageableList<WorldCommit>;
  compare(base: WorldCommit, head: WorldCommit): BranchComparison;
  /**
   * Adds a commit. A child of the newest commit is appended. Any other commit belongs to a branch that will be merged, and is inserted by
   * time.
   */
  add(commit: WorldCommit): void;
  added(): WorldCommit[];
}

export interface CommitFilter {
  readonly since?: number | undefined;
  readonly until?: number | undefined;
  readonly path?: string | undefined;
}

export interface BranchComparison {
  /** Commits that are reachable from the head but not from the base; oldest first. */
  readonly ahead: readonly WorldCommit[];
  /** Number of commits that are reachable from the base but not from the head. */
  readonly behind: number;
  /** Newest commit that is reachable from both head and base; null for unrelated histories. */
  readonly mergeBase: WorldCommit | null;
}

export function createBranch(
  name: string,
  world: readonly WorldCommit[],
  written: readonly WorldCommit[] = [],
): Branch {
  const commits = [...world];
  const added: WorldCommit[] = [];
  const times = commits.map((commit) => Date.parse(commit.date));
  const bySha = new Map(commits.map((commit) => [commit.sha, commit]));

  /** Returns a predicate for the ancestors of a commit. All commits are ancestors of the newest one. */
  function reachableFrom(from: WorldCommit): (commit: WorldCommit) => boolean {
    if (from === commits.at(-1)) return () => true;
    const reachable = new Set([from.sha]);
    for (let at = commits.length - 1; at >= 0; at -= 1) {
      const commit = commits[at] as WorldCommit;
      if (reachable.has(commit.sha)) for (const parent of commit.parents) reachable.add(parent);
    }
    return (commit) => reachable.has(commit.sha);
  }
  function select(from: WorldCommit, { since, until, path }: CommitFilter): WorldCommit[] {
    const isReachable = reachableFrom(from);
    return commits.filter((commit, at) => {
      const time = times[at] as number;
      return (
        (since === undefined || time >= since) &&
        (until === undefined || time <= until) &&
        touches(commit, path) &&
        isReachable(commit)
      );
    });
  }
  function add(commit: WorldCommit): void {
    const head = commits.at(-1);
    const at = Date.parse(commit.date);
    const afterParents =
      Math.max(-1, ...commit.parents.map((sha) => commits.findLastIndex((one) => one.sha === sha))) + 1;
    const isOnTop = head === undefined || commit.parents.includes(head.sha);
    const place = isOnTop ? commits.length : Math.max(afterParents, times.findLastIndex((time) => time <= at) + 1);
    commits.splice(place, 0, commit);
    times.splice(place, 0, at);
    bySha.set(commit.sha, commit);
    added.push(commit);
  }
  for (const commit of written) add(commit);

  /** Caches the last requested list, because clients request a list page by page. */
  let listed: { readonly key: string; readonly commits: readonly WorldCommit[] } = { key: '', commits: [] };
  return {
    commits,
    find(ref) {
      if (ref === name || ref === 'HEAD' || ref === `heads/${name}`) return commits.at(-1) ?? null;
      const exact = bySha.get(ref);
      if (exact !== undefined || !/^[0-9a-f]{7,39}$/u.test(ref)) return exact ?? null;
      return commits.find((commit) => commit.sha.startsWith(ref)) ?? null;
    },
    list(from, wanted) {
      const isWhole = Object.values(wanted).every((value) => value === undefined);
      if (isWhole && from === commits.at(-1)) return reverseList(commits);
      const key = JSON.stringify([commits.length, from.sha, wanted]);
      if (listed.key !== key) listed = { key, commits: select(from, wanted) };
      return reverseList(listed.commits);
    },
    compare(base, head) {
      const [isOfBase, isOfHead] = [reachableFrom(base), reachableFrom(head)];
      return {
        ahead: commits.filter((commit) => isOfHead(commit) && !isOfBase(commit)),
        behind: commits.filter((commit) => isOfBase(commit) && !isOfHead(commit)).length,
        mergeBase: commits.findLast((commit) => isOfBase(commit) && isOfHead(commit)) ?? null,
      };
    },
    add,
    added: () => [...added],
  };
}

function touches(commit: WorldCommit, path: string | undefined): boolean {
  if (path === undefined) return true;
  const names = [...commit.files, ...Object.values(commit.formerNames ?? {})];
  return names.some((file) => file === path || file.startsWith(`${path}/`));
}
