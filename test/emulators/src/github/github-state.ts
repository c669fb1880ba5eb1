import { numericId } from '../http/numeric-id.ts';
import { loadState, saveState } from '../http/state-file.ts';
import type { GitHubWorld } from '../world.ts';
import { createRepositoryState, type RepositoryState } from './repository-state.ts';
import { emptyWritten, type GitHubWritten, type StoredComment, type StoredHook } from './written.ts';

export interface GitHubState {
  readonly organisation: string;
  /** The login that the token stands for. */
  readonly viewer: string;
  readonly repositories: readonly RepositoryState[];
  findRepository(owner: string, name: string): RepositoryState | null;
  findRepositoryById(id: number): RepositoryState | null;
  listComments(repository: RepositoryState, issue: number): StoredComment[];
  countComments(repository: RepositoryState, issue: number): number;
  addComment(comment: Omit<StoredComment, 'id'>): StoredComment;
  listHooks(repository: string | null): StoredHook[];
  listAllHooks(): readonly StoredHook[];
  addHook(hook: Omit<StoredHook, 'id'>): StoredHook;
}

/** The world with what an earlier run wrote into `stateFile`; each write is saved at once. The world itself is not changed. */
export function createGitHubState(world: GitHubWorld, stateFile: string | undefined): GitHubState {
  const written = loadState<GitHubWritten>(stateFile) ?? emptyWritten();
  const save = (): void => saveState(stateFile, written);
  const repositories = world.repositories.map((repository) =>
    createRepositoryState(world.organisation, repository, written, save),
  );
  const byName = new Map(repositories.map((repository) => [repository.name.toLowerCase(), repository]));
  const byId = new Map(repositories.map((repository) => [numericId('repository', repository.name), repository]));
  const ofIssue = (repository: RepositoryState, issue: number) => (comment: StoredComment) =>
    comment.repository === repository.name && comment.issue === issue;

  return {
    organisation: world.organisation,
    viewer: 'refrain-bot',
    repositories,
    findRepository(owner, name) {
      return owner.toLowerCase() === world.organisation.toLowerCase() ? (byName.get(name.toLowerCase()) ?? null) : null;
    },
    findRepositoryById: (id) => byId.get(id) ?? null,
    listComments: (repository, issue) => written.comments.filter(ofIssue(repository, issue)),
    countComments: (repository, issue) => written.comments.filter(ofIssue(repository, issue)).length,
    addComment(comment) {
      const stored = { ...comment, id: 1_000_001 + written.comments.length };
      written.comments.push(stored);
      save();
      return stored;
    },
    listHooks: (repository) => written.hooks.filter((hook) => hook.repository === repository),
    listAllHooks: () => written.hooks,
    addHook(hook) {
      const stored = { ...hook, id: 2_000_001 + written.hooks.length };
      written.hooks.push(stored);
      save();
      return stored;
    },
  };
}
