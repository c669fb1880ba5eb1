import { createHash } from 'node:crypto';
import type { WorldFile } from '../world.ts';
import type { Branch } from './branch.ts';
import type { StoredFile } from './written-github-data.ts';

export interface GitFile {
  readonly path: string;
  readonly content: Buffer;
  /** Git's hash of the file's content. */
  readonly sha: string;
}

/** Files of the default branch. If the content of a file is unknown, the file contains the id of the last commit that changed it. */
export interface FileState {
  find(path: string): GitFile | null;
  list(): readonly GitFile[];
  put(file: WorldFile): void;
  move(path: string, to: string): void;
  changed(): StoredFile[];
}

export function createFileState(
  branch: Branch,
  world: readonly WorldFile[],
  written: readonly StoredFile[] = [],
): FileState {
  const changed = new Map(written.map((file) => [file.path, file]));
  const known = new Map<string, string | null>([...world, ...written].map((file) => [file.path, file.content]));
  let listed: { readonly commits: number; readonly files: GitFile[] } | null = null;

  function listAll(): GitFile[] {
    const texts = new Map<string, string>();
    for (const { files, sha } of branch.commits) for (const path of files) texts.set(path, placeholder(sha));
    for (const [path, text] of known) {
      if (text === null) texts.delete(path);
      else texts.set(path, text);
    }
    return [...texts].map(([path, text]) => gitFile(path, text)).sort((a, b) => (a.path < b.path ? -1 : 1));
  }
  function textOf(path: string): string | null {
    const text = known.get(path);
    if (text !== undefined) return text;
    const commit = branch.commits.findLast(({ files }) => files.includes(path));
    return commit === undefined ? null : placeholder(commit.sha);
  }
  function put(file: StoredFile): void {
    known.set(file.path, file.content);
    changed.set(file.path, file);
    listed = null;
  }
  return {
    find(path) {
      const text = textOf(path);
      return text === null ? null : gitFile(path, text);
    },
    list() {
      const commits = branch.commits.length;
      if (listed?.commits !== commits) listed = { commits, files: listAll() };
      return listed.files;
    },
    put,
    move(path, to) {
      const content = textOf(path);
      if (content === null) return;
      put({ path, content: null });
      put({ path: to, content });
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
