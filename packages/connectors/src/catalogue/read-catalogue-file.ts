import { posix } from 'node:path';
import { AppError, type CatalogueFile } from '@refrain/domain';
import { readCatalogInfo } from './read-catalog-info.ts';
import { readCodeOwners } from './read-code-owners.ts';

/** Characters; what is written by hand is far below. GitHub itself ignores a CODEOWNERS of more than 3 MB. */
const longest = { catalogInfo: 512 * 1024, codeOwners: 3 * 1024 * 1024 };

/**
 * What a file says of services and where they come from: a Backstage `catalog-info.yaml` or a CODEOWNERS. Secrets and
 * people in it are passed over.
 * @param path where the file lies in the repository, or its name
 * @param repository the `owner/name` that it is a file of; null where that is not known
 * @throws {AppError} `invalid_input` for another file, one that cannot be read, and a CODEOWNERS of no known repository;
 *   `too_large`
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
    `${name} is longer than ${limit / 1024} KB: split it, or leave out what is no service`,
  );
}
