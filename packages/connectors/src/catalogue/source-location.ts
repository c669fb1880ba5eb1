import { isRepositoryName } from '@refrain/domain';

/** The location of a component's sources as Backstage recorded it. */
export interface SourceLocation {
  readonly repository: string;
  /** Null for the whole repository. */
  readonly path: string | null;
}

const name = '[\\w.-]{1,100}';
const location = new RegExp(
  `^url:https://[^/\\s]{1,200}/(${name}/${name}?)(?:\\.git)?/?(?:(?:tree|blob)/[^/]{1,200}(/.{0,500})?)?$`,
  'u',
);

/**
 * Parses `url:https://github.com/acme/shop/tree/main/services/cart/`. A branch with a slash in its name cannot be told
 * from a folder, so the path may begin with the rest of the branch. Null for a location outside a repository.
 */
export function readSourceLocation(text: string | null): SourceLocation | null {
  const found = text === null ? null : location.exec(text);
  if (found?.[1] === undefined) return null;
  const path = (found[2] ?? '').split('/').filter((step) => step !== '' && step !== '.');
  const repository = found[1].replace(/\.git$/u, '');
  if (path.includes('..') || !isRepositoryName(repository)) return null;
  return { repository, path: path.length === 0 ? null : path.join('/') };
}
