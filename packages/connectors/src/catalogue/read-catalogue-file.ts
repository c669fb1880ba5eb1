import { posix } from 'node:path';
import { AppError, type CatalogueFile } from '@refrain/domain';
import { readCatalogInfo } from './read-catalog-info.ts';
import { readCodeOwners } from './read-code-owners.ts';

/** In characters; files written by hand are far shorter. GitHub itself ignores a CODEOWNERS of more than 3 MB. */
const longest = { catalogInfo: 512 * 1024, codeOwners: 3 * 1024 * 1024 };

/**
 * Reads services and where they come from in a Backstage `catalog-info.yaml` or a CODEOWNERS. Ignores secrets and
 * people.
 * @param path the file's path in the repository, or its name
 * @param repository the `owner/name` of the file's repository; null if unknown
 * @throws {AppError} `invalid_input` for any other file, one that cannot be read, and a CODEOWNERS of an unknown
 * repository; `too_large`
 */
export function readCatalogueFile(path: string, text: string, repository: string | null): CatalogueFile {
  const name = posix.basename(path);
  if (/^codeowners$/iu.test(name)) {
    refuseLonger(text, longest.codeOwners, name);
    if (repository === null) {
      throw new AppError('invalid_input', 'A CODEOWNERS does not say which repository it is of: give it as owner/name');
    }
    return readCodeOwners(text, repository);
  }
  if (/\.ya?ml$/iu.test(name)) {
    refuseLonger(text, longest.catalogInfo, name);
    return readCatalogInfo(path, text, repository);
  }
  throw new AppError('invalid_input', `${name.slice(0, 200)} is neither a catalog-info.yaml nor a CODEOWNERS`);
}

function refuseLonger(text: string, limit: number, name: string): void {
  if (text.length <= limit) return;
  throw new AppError(
    'too_large',
    `${name} is longer than ${limit / 1024} KB: split it, or remove entries that are not services`,
  );
}
