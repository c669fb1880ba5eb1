import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError } from '@refrain/domain';
import { compareCause } from './compare-cause.ts';
import { compareCluster } from './compare-cluster.ts';
import { compareSample } from './compare-sample.ts';
import { compareSimilar } from './compare-similar.ts';
import type { Comparison } from './comparison.ts';
import { readDataFile } from './data-file.ts';
import type { Sides } from './sides.ts';

export const tasks = ['similar', 'cluster', 'cause', 'sample'] as const;
export type Task = (typeof tasks)[number];

const sharedData = fileURLToPath(new URL('../../../../../shared/data', import.meta.url));
const duplicates = ['dups-gitbugs-hadoop.jsonl', 'dups-openoffice-pairs.jsonl'];
const causes = ['causes-issre22.jsonl', 'causes-danluu.jsonl'];
/** Organisations that no method was chosen on. */
const seeds = [11, 12, 13];

/** Whether the files lie beside the project that are compared on where none is given. */
export function hasSharedData(): boolean {
  return existsSync(sharedData);
}

/** Compares the tasks one after the other. @param data a file instead of the development data, for one task */
export async function* runCompare(
  chosen: readonly Task[],
  data: string | null,
  sides: Sides,
): AsyncGenerator<Comparison> {
  const [task] = chosen;
  if (data !== null && (chosen.length !== 1 || task === 'sample'))
    throw new AppError('invalid_input', '--data belongs to one task: give --task similar, cluster or cause with it.');
  const filesOf = (names: readonly string[]) => (data === null ? names.map((name) => join(sharedData, name)) : [data]);
  for (const one of tasks.filter((known) => chosen.includes(known))) {
    if (one === 'cause') yield compareCause(filesOf(causes), sides);
    if (one === 'sample') for (const seed of seeds) yield compareSample(seed, sides);
    if (one !== 'similar' && one !== 'cluster') continue;
    const compare = one === 'similar' ? compareSimilar : compareCluster;
    for (const path of filesOf(duplicates)) yield compare(readDataFile(path), sides);
  }
}
