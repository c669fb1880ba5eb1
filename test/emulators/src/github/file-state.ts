import { createHash } from 'node:crypto';
import type { WorldFile } from '../world.ts';
import type { Branch } from './branch.ts';

/** A file of the default branch as git knows it. */
export interface GitFile {
  readonly path: string;
  readonly content: Buffer;
  /** Of its blob. */
  readonly sha: string;
}

/**
 * The files of the default branch. One that a commit named and whose text the world does not know says which commit changed
 * it last.
 */
export interface FileState {
  find(path: string): GitFile | null;
  /** In the order of their paths. */
  list(): readonly GitFile[];
  put(file: WorldFile): void;
  changed(): WorldFile[];
}

export function createFileState(
  branch: Branch,
  world: readonly WorldFile[],
  written: readonly WorldFile[] = [],
): FileState {
  const changed = new Map(written.map((file) => [file.path, file]));
  const known = new Map([...world, ...written].map((file) => [file.path, file.content]));
  let listed: { readonly commits: number; readonly files: GitFile[] } | null = null;

  function listAll(): GitFile[] {
    const texts = new Map<string, string>();
    for (const { files, sha } of branch.commits) for (const path of files) texts.set(path, placeholder(sha));
    for (const [path, text] of known) texts.set(path, text);
    return [...texts].map(([path, text]) => gitFile(path, text)).sort((a, b) => (a.path < b.path ? -1 : 1));
  }
  return {
    find(path) {
      const text = known.get(path);
      if (text !== undefined) return gitFile(path, text);
      const commit = branch.commits.findLast(({ files }) => files.includes(path));
      return commit === undefined ? null : gitFile(path, placeholder(commit.sha));
    },
    list() {
      const commits = branch.commits.length;
      if (listed?.commits !== commits) listed = { commits, files: listAll() };
      return listed.files;
    },
    put(file) {
      known.set(file.path, file.content);
      changed.set(file.path, file);
      listed = null;
    },
    changed: () => [...changed.values()],
  };
}

function placeholder(sha: string): string {
  return `Last changed by ${sha}\n`;
}

function gitFile(path: string, text: string): GitFile {
  const content = Buffer.from(text);
  const sha = createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
  return { path, content, sha };
}
