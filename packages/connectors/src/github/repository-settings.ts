import { AppError } from '@refrain/domain';
import { parse } from 'yaml';
import { z } from 'zod';
import type { RepositorySettings } from '../issue-tracker.ts';
import type { GitHubClient } from './client.ts';
import { findTextFile } from './text-file.ts';

const path = '.github/refrain.yml';
/** YAML 1.2 reads `on` and `off` as words, and people do not mind which it is. */
const Flag = z.union([
  z.boolean(),
  z.enum(['on', 'off', 'yes', 'no']).transform((word) => word === 'on' || word === 'yes'),
]);
const Settings = z
  .strictObject({ issues: Flag.default(true), checks: Flag.default(true) })
  .nullish()
  .transform((said) => said ?? { issues: true, checks: true });

/**
 * What a repository's own file says of what Refrain may do there; all is allowed where there is none.
 * @throws {AppError} `conflict` when it cannot be read: who wrote one wanted something to be left alone
 */
export async function readRepositorySettings(
  client: GitHubClient,
  repository: string,
  signal: AbortSignal,
): Promise<RepositorySettings> {
  const file = await findTextFile(client, repository, path, signal);
  return file === null ? { issues: true, checks: true } : parseRepositorySettings(file.text, repository);
}

/** @throws {AppError} `conflict` */
export function parseRepositorySettings(text: string, repository: string): RepositorySettings {
  const result = Settings.safeParse(parseYaml(text));
  if (result.success) return result.data;
  throw new AppError(
    'conflict',
    `Cannot read ${path} of ${repository}: it takes \`issues\` and \`checks\`, each on or off. Until it can be read nothing is written there`,
  );
}

/** What is no YAML fits no schema. */
function parseYaml(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 0 });
  } catch {
    return Number.NaN;
  }
}
