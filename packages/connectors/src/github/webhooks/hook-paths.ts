import { AppError } from '@refrain/domain';

/** The path of the App's own webhook, of which there is one for all installations. */
export const appHookPath = '/app/hook';

const oneHook =
  /^\/(?:app\/hook|orgs\/[\w.-]{1,100}\/hooks\/\d{1,20}|repos\/[\w.-]{1,100}\/[\w.-]{1,100}\/hooks\/\d{1,20})$/u;

/** Suffix of the path of a hook that does not have the present secret yet. */
const unsharedMark = ':unshared';

/** The hooks of a subscription, by their API paths. */
export interface KnownHooks {
  readonly paths: readonly string[];
  /** Hooks that do not have the present secret, in the order of the next tries. */
  readonly unshared: readonly string[];
}

/**
 * Returns the id of a subscription: the API paths of its hooks, one for each repository if the organisation has none.
 */
export function hookIdOf({ paths, unshared }: KnownHooks): string | null {
  const shared = paths.filter((path) => !unshared.includes(path)).sort();
  return [...shared, ...unshared.map((path) => path + unsharedMark)].join(',') || null;
}

/** @throws {AppError} `invalid_input` for an id that `hookIdOf` did not return */
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
  throw new AppError('invalid_input', 'The id of the GitHub webhook cannot be read: set up the webhook again');
}
