import { isRepositoryName } from '@refrain/domain';

export interface SourceLocation {
  readonly repository: string;
  /** Folder of the component; null for the whole repository. */
  readonly path: string | null;
}

const name = '[\\w.-]{1,100}';
const location = new RegExp(
  `^url:https://[^/\\s]{1,200}/(${name}/${name}?)(?:\\.git)?/?(?:(?:tree|blob)/[^/]{1,200}(/.{0,500})?)?$`,
  'u',
);

/**
 * Parses `url:https://github.com/acme/shop/tree/main/services/cart/`; null for a location that is not in a repository.
 * If the branch name contains slashes, the path may begin with a part of the branch name.
 */
export function parseSourceLocation(text: string | null): SourceLocation | null {
  const found = text === null ? null : location.exec(text);
  if (found?.[1] === undefined) return null;
  const path = (found[2] ?? '').split('/').filter((step) => step !== '' && step !== '.');
  const repository = found[1].replace(/\.git$/u, '');
  if (path.includes('..') || !isRepositoryName(repository)) return null;
  return { repository, path: path.length === 0 ? null : path.join('/') };
}
