import { existsSync } from 'node:fs';
import { defaultModelFolder } from './default-model.ts';
import { readModel } from './read-model.ts';
import { type Embedder, startEmbedder } from './start-embedder.ts';

/**
 * Returns an embedder for the setting `REFRAIN_EMBEDDING_MODEL`, or null for `none`. An empty setting means the model that
 * the build creates; without a build, null is returned.
 * @throws {AppError} `misconfigured` if the folder has no model
 */
export async function openConfiguredEmbedder(
  setting: string,
  options: Parameters<typeof startEmbedder>[1] = {},
): Promise<Embedder | null> {
  if (setting === 'none' || (setting === '' && !existsSync(defaultModelFolder))) return null;
  return startEmbedder(await readModel(setting === '' ? defaultModelFolder : setting), options);
}
