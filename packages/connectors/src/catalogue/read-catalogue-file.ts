import { posix } from 'node:path';
import { AppError, type ParsedCatalogueFile } from '@refrain/domain';
import { readCatalogInfo } from './read-catalog-info.ts';
import { readCodeOwners } from './read-code-owners.ts';

/** Maximum lengths in characters. GitHub ignores a CODEOWNERS of more than 3 MB. */
const longest = { catalogInfo: 512 * 1024, codeOwners: 3 * 1024 * 1024 };

/** Reads services and owners, and ignores secrets and people. CODEOWNERS needs a `repository` (`owner/name`). */
export function readCatalogueFile(path: string, text: string, repository: string | null): ParsedCatalogueFile {
  const name = posix.basename(path);
  if (/^codeowners$/iu.test(name)) {
    refuseLonger(text, longest.codeOwners, name);
    if (repository === null) {
      throw new AppError(
        'invalid_input',
        'A CODEOWNERS file does not name its repository: specify the repository as owner/name',
      );
    }
    return readCodeOwners(text, repository);
  }
  if (/\.ya?ml$/iu.test(name)) {
    refuseLonger(text, longest.catalogInfo, name);
    return readCatalogInfo(path, text, repository);
  }
  throw new AppError('invalid_input', `${name.slice(0, 200)} is neither a catalog-info.yaml nor a CODEOWNERS file`);
}

function refuseLonger(text: string, limit: number, name: string): void {
  if (text.length <= limit) return;
  throw new AppError(
    'too_large',
    `${name} is longer than ${limit / 1024} KB: split it, or remove entries that are not services`,
  );
}
