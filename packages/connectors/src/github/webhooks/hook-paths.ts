import { AppError } from '@refrain/domain';

/** The App's own webhook: there is one for all of its installations. */
export const appHookPath = '/app/hook';

const oneHook =
  /^\/(?:app\/hook|orgs\/[\w.-]{1,100}\/hooks\/\d{1,20}|repos\/[\w.-]{1,100}\/[\w.-]{1,100}\/hooks\/\d{1,20})$/u;

/** What follows the path of a hook that has yet to take the present secret. */
const unsharedMark = ':unshared';

/** The hooks of a subscription, by their API paths. */
export interface KnownHooks {
  readonly paths: readonly string[];
  /** Those that did not take the present secret, in the order in which they are told again. */
  readonly unshared: readonly string[];
}

/** A subscription is named by the API paths of its hooks: one for each repository where the organisation has none. */
export function hookIdOf({ paths, unshared }: KnownHooks): string | null {
  const told = paths.filter((path) => !unshared.includes(path)).sort();
  return [...told, ...unshared.map((path) => path + unsharedMark)].join(',') || null;
}

/** @throws {AppError} `invalid_input` for an id that `hookIdOf` did not give */
export function hooksOf(id: string | null): KnownHooks {
  const named = (id?.split(',') ?? []).map((name) => ({
    path: name.endsWith(unsharedMark) ? name.slice(0, -unsharedMark.length) : name,
    isUnknown: name.endsWith(unsharedMark),
  }));
  if (named.every(({ path }) => oneHook.test(path))) {
    return {
      paths: named.map(({ path }) => path),
      unshared: named.filter(({ isUnknown }) => isUnknown).map(({ path }) => path),
    };
  }
  throw new AppError('invalid_input', 'The id of the GitHub webhook cannot be read: have the webhook set up anew');
}
