import { loadStateFile, saveStateFile } from '../http/state-file.ts';
import type { GitHubWorld } from '../world.ts';
import { createRepositoryState, type RepositoryState } from './repository-state.ts';
import {
  emptyGitHubData,
  type StoredApp,
  type StoredComment,
  type StoredWebhook,
  type WrittenGitHubData,
} from './written-github-data.ts';

export interface GitHubState {
  readonly organisation: string;
  readonly viewer: string;
  listRepositories(): readonly RepositoryState[];
  findRepository(owner: string, name: string): RepositoryState | null;
  findRepositoryById(id: number): RepositoryState | null;
  /** Finds a repository by its name in the initial world. */
  findRepositoryByKey(key: string): RepositoryState | null;
  /** Finds the repository that had this name and has been renamed since. */
  findRenamed(owner: string, name: string): RepositoryState | null;
  rename(repository: RepositoryState, name: string): void;
  remove(repository: RepositoryState): void;
  addComment(comment: Omit<StoredComment, 'id'>): StoredComment;
  listHooks(repository: string | null): readonly StoredWebhook[];
  listAllHooks(): readonly StoredWebhook[];
  addHook(hook: Omit<StoredWebhook, 'id'>): StoredWebhook;
  findHook(id: number): StoredWebhook | null;
  putHook(hook: StoredWebhook): void;
  removeHook(hook: StoredWebhook): void;
  /** Data that is stored in plain arrays without an index, because there are few entries. */
  readonly accounts: Pick<WrittenGitHubData, 'hooks' | 'apps' | 'installations' | 'tokens'>;
  /** Saves the state. Must be called after every change that has to survive the process. */
  save(): void;
}

/** Combines the initial world, which is not modified, with the data that an earlier process wrote to `stateFile`. */
export function createGitHubState(world: GitHubWorld, stateFile: string | undefined): GitHubState {
  const written: WrittenGitHubData = { ...emptyGitHubData(), ...loadStateFile<Partial<WrittenGitHubData>>(stateFile) };
  const all = world.repositories.map((repository) =>
    createRepositoryState(world.organisation, repository, written, save),
  );
  const byKey = new Map(all.map((repository) => [repository.key, repository]));
  const byId = new Map(all.map((repository) => [repository.id, repository]));
  let byName = new Map<string, RepositoryState>();
  let formerNames = new Map<string, RepositoryState>();

  /** Rebuilds the index of repository names. A name leads to the repository that has it now, even if another one had it before. */
  function nameAll(): void {
    byName = new Map();
    formerNames = new Map();
    for (const repository of all) {
      const names = written.names[repository.key] ?? [repository.key];
      const present = names.at(-1);
      for (const former of names.slice(0, -1)) if (former !== null) formerNames.set(former.toLowerCase(), repository);
      if (present === null || present === undefined) continue;
      repository.rename(present);
      byName.set(present.toLowerCase(), repository);
    }
    for (const [name, repository] of formerNames) if (!isPresent(repository)) formerNames.delete(name);
  }
  const isPresent = (repository: RepositoryState): boolean => byName.get(repository.name.toLowerCase()) === repository;
  function addName(repository: RepositoryState, name: string | null): void {
    written.names[repository.key] = [...(written.names[repository.key] ?? [repository.key]), name];
    nameAll();
    save();
  }
  function save(): void {
    if (stateFile === undefined) return;
    saveStateFile(stateFile, { ...written, ...collectChanges(all) });
  }
  const isHere = (owner: string): boolean => owner.toLowerCase() === world.organisation.toLowerCase();
  nameAll();

  return {
    organisation: world.organisation,
    viewer: 'refrain-bot',
    listRepositories: () => all.filter(isPresent),
    findRepository: (owner, name) => (isHere(owner) ? (byName.get(name.toLowerCase()) ?? null) : null),
    findRepositoryById(id) {
      const repository = byId.get(id);
      return repository !== undefined && isPresent(repository) ? repository : null;
    },
    findRepositoryByKey: (key) => byKey.get(key) ?? null,
    findRenamed: (owner, name) =>
      isHere(owner) && !byName.has(name.toLowerCase()) ? (formerNames.get(name.toLowerCase()) ?? null) : null,
    rename: (repository, name) => addName(repository, name),
    remove: (repository) => addName(repository, null),
    addComment(comment) {
      const highest = written.comments.reduce((most, { id }) => Math.max(most, id), 1_000_000);
      const stored = { ...comment, id: highest + 1 };
      written.comments.push(stored);
      byKey.get(comment.repository)?.addComment(stored);
      save();
      return stored;
    },
    listHooks: (repository) => written.hooks.filter((hook) => hook.repository === repository),
    listAllHooks: () => written.hooks,
    addHook(hook) {
      const highest = written.hooks.reduce((most, { id }) => Math.max(most, id), 2_000_000);
      const stored = { ...hook, id: highest + 1 };
      written.hooks.push(stored);
      save();
      return stored;
    },
    findHook: (id) =>
      [...written.hooks, ...written.apps.map(({ hook }) => hook)].find((hook) => hook.id === id) ?? null,
    putHook(hook) {
      const app = written.apps.findIndex(({ id }) => id === hook.appId);
      const place = written.hooks.findIndex(({ id }) => id === hook.id);
      if (app >= 0) written.apps[app] = { ...(written.apps[app] as StoredApp), hook };
      else if (place >= 0) written.hooks[place] = hook;
      save();
    },
    removeHook(hook) {
      const place = written.hooks.findIndex(({ id }) => id === hook.id);
      if (place >= 0) written.hooks.splice(place, 1);
      save();
    },
    accounts: written,
    save,
  };
}

function collectChanges(repositories: readonly RepositoryState[]) {
  const by = <T>(list: (repository: RepositoryState) => T[]): Record<string, T[]> =>
    Object.fromEntries(
      repositories
        .map((repository) => [repository.key, list(repository)] as const)
        .filter(([, items]) => items.length > 0),
    );
  return {
    issues: by(({ issues, pulls }) => issues.changed().filter(({ number }) => pulls.get(number) === undefined)),
    labels: by(({ labels }) => labels.changed()),
    commits: by(({ branch }) => branch.added()),
    pulls: by(({ pulls }) => pulls.changed()),
    deployments: by(({ deployments }) => deployments.changed()),
    runs: by(({ runs }) => runs.changed()),
    checks: by(({ checks }) => checks.changed()),
    files: by(({ files }) => files.changed()),
  };
}
