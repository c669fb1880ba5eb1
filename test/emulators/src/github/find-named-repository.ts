import { AppError } from '@refrain/domain';
import { z } from 'zod';
import type { GitHubState } from './github-state.ts';
import type { RepositoryState } from './repository-state.ts';

export const AuthorLoginOrDefault = z.string().min(1).default('sam-engineer');

/** Finds a repository by name, with or without the owner. Throws an AppError `not_found` if there is none. */
export function findNamedRepository(state: GitHubState, name: string): RepositoryState {
  const repository = state.findRepository(state.organisation, name.split('/').at(-1) ?? '');
  if (repository === null) throw new AppError('not_found', `The emulated organisation has no repository ${name}`);
  return repository;
}
