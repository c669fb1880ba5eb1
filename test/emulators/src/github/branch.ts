import type { WorldCommit } from '../world.ts';
import { lastFirst, type Pageable } from './sorted-view.ts';

/** The default branch of a repository. */
export interface Branch {
  /** Oldest first. */
  readonly commits: readonly WorldCommit[];
  /** The commit that a branch name, `HEAD`, a hash or the beginning of one means. */
  find(ref: string): WorldCommit | null;
  /** The commits reachable from one, newest first, of a time and of a file or folder. */
  list(from: WorldCommit, wanted: CommitFilter): Pageable<WorldCommit>;
  add(commit: WorldCommit): void;
  added(): WorldCommit[];
}

export interface CommitFilter {
  /** Milliseconds since 1970. */
  readonly since?: number | undefined;
  readonly until?: number | undefined;
  readonly path?: string | undefined;
}

export function createBranch(
  name: string,
  world: readonly WorldCommit[],
  written: readonly WorldCommit[] = [],
): Branch {
  const commits = [...world, ...written];
  const times = commits.map((commit) => Date.parse(commit.date));
  const bySha = new Map(commits.map((commit) => [commit.sha, commit]));

  /** Everything on the branch where it starts at its head; else what parents lead to. */
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
  /** What was listed last: a list is read page by page. */
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
      if (isWhole && from === commits.at(-1)) return lastFirst(commits);
      const key = JSON.stringify([commits.length, from.sha, wanted]);
      if (listed.key !== key) listed = { key, commits: select(from, wanted) };
      return lastFirst(listed.commits);
    },
    add(commit) {
      commits.push(commit);
      times.push(Date.parse(commit.date));
      bySha.set(commit.sha, commit);
    },
    added: () => commits.slice(world.length),
  };
}

function touches(commit: WorldCommit, path: string | undefined): boolean {
  return path === undefined || commit.files.some((file) => file === path || file.startsWith(`${path}/`));
}
