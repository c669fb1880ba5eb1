import { AppError } from '@refrain/domain';

/** The App's own webhook: there is one for all of its installations. */
export const appHookPath = '/app/hook';

const oneHook =
  /^\/(?:app\/hook|orgs\/[\w.-]{1,100}\/hooks\/\d{1,20}|repos\/[\w.-]{1,100}\/[\w.-]{1,100}\/hooks\/\d{1,20})$/u;

/** A subscription is named by the API paths of its hooks: one for each repository where the organisation has none. */
export function hookIdOf(paths: readonly string[]): string | null {
  return paths.length === 0 ? null : [...paths].sort().join(',');
}

/** @throws {AppError} `invalid_input` for an id that `hookIdOf` did not give */
export function hookPathsOf(id: string | null): string[] {
  if (id === null) return [];
  const paths = id.split(',');
  if (paths.every((path) => oneHook.test(path))) return paths;
  throw new AppError('invalid_input', 'The id of the GitHub webhook cannot be read: have the webhook set up anew');
}
