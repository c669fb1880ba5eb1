import { AppError } from '@refrain/domain';
import { parse } from 'yaml';
import { z } from 'zod';
import type { RepositorySettings } from '../../contract/issue-tracker.ts';
import type { GitHubClient } from '../client/client.ts';
import { isPublicRepository } from './repositories.ts';
import { findTextFile } from './text-file.ts';

const path = '.github/refrain.yml';
/** YAML 1.2 reads `on` and `off` as strings, but users expect booleans. */
const Flag = z.union([
  z.boolean(),
  z.enum(['on', 'off', 'yes', 'no']).transform((word) => word === 'on' || word === 'yes'),
]);
/** Maximum length of the file in characters. The YAML parser takes seconds for 100,000. */
const maxFileLength = 4_000;
const unset = { issues: null, checks: null };
const Settings = z
  .strictObject({ issues: Flag.nullable().default(null), checks: Flag.nullable().default(null) })
  .nullish()
  .transform((settings) => settings ?? unset);

/** Throws `conflict` for an invalid file, because its author may have wanted to forbid writes. Takes 2 requests. */
export async function readRepositorySettings(client: GitHubClient, repository: string): Promise<RepositorySettings> {
  const isPublic = await isPublicRepository(client, repository);
  const file = await findTextFile(client, repository, path);
  const settings = file === null ? unset : parseRepositorySettings(file.text, repository);
  return { ...settings, isPublic };
}

function parseRepositorySettings(text: string, repository: string): Omit<RepositorySettings, 'isPublic'> {
  if (text.length > maxFileLength)
    throw new AppError(
      'conflict',
      `${path} of ${repository} has more than ${maxFileLength} characters: shorten it. Until then, Refrain writes nothing to the repository`,
    );
  const result = Settings.safeParse(parseYaml(text));
  if (result.success) return result.data;
  throw new AppError(
    'conflict',
    `Cannot read ${path} of ${repository}: set \`issues\` and \`checks\`, each to on or off. Until then, Refrain writes nothing to the repository`,
  );
}

/** Parses YAML. Returns NaN, which the schema rejects, for invalid YAML. */
function parseYaml(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 0 });
  } catch {
    return Number.NaN;
  }
}
