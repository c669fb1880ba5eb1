import { AppError } from '@refrain/domain';

/** API path of an App's webhook, of which there is one for all installations. */
export const appHookPath = '/app/hook';

const oneHook =
  /^\/(?:app\/hook|orgs\/[\w.-]{1,100}\/hooks\/\d{1,20}|repos\/[\w.-]{1,100}\/[\w.-]{1,100}\/hooks\/\d{1,20})$/u;

const unsharedMark = ':unshared';

export interface GitHubHookPaths {
  readonly paths: readonly string[];
  /** Hooks that lack the present secret, in the order in which they are retried. */
  readonly unshared: readonly string[];
}

export function formatHookId({ paths, unshared }: GitHubHookPaths): string | null {
  const shared = paths.filter((path) => !unshared.includes(path)).sort();
  return [...shared, ...unshared.map((path) => path + unsharedMark)].join(',') || null;
}

export function parseHookId(id: string | null): GitHubHookPaths {
  const named = (id?.split(',') ?? []).map((name) => ({
    path: name.endsWith(unsharedMark) ? name.slice(0, -unsharedMark.length) : name,
    isUnshared: name.endsWith(unsharedMark),
  }));
  if (named.every(({ path }) => oneHook.test(path))) {
    return {
      paths: named.map(({ path }) => path),
      unshared: named.filter(({ isUnshared }) => isUnshared).map(({ path }) => path),
    };
  }
  throw new AppError('invalid_input', 'The id of the GitHub webhook cannot be read: set up the webhook again');
}
