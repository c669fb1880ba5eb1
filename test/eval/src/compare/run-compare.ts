import { AppError } from '@refrain/domain';
import { sharedFilePath } from '../records/shared-data.ts';
import { compareCause } from './compare-cause.ts';
import { compareCluster } from './compare-cluster.ts';
import { compareSample } from './compare-sample.ts';
import { compareSimilar } from './compare-similar.ts';
import type { ComparedMethods } from './compared-methods.ts';
import { readDataFile } from './data-file.ts';
import type { MethodComparison } from './method-comparison.ts';
import { type Task, tasks } from './tasks.ts';

const duplicates = ['dups-gitbugs-hadoop.jsonl', 'dups-openoffice-pairs.jsonl'];
const causes = ['causes-issre22.jsonl', 'causes-danluu.jsonl'];
/** Seeds of the organisations to compare. No method was tuned on these organisations. */
const seeds = [11, 12, 13];

/** Compares the tasks one by one. `data` is the path of a file to use in place of the shared data, for one task only. */
export async function* runCompare(
  chosen: readonly Task[],
  data: string | null,
  methods: ComparedMethods,
): AsyncGenerator<MethodComparison> {
  const [task] = chosen;
  if (data !== null && (chosen.length !== 1 || task === 'sample'))
    throw new AppError(
      'invalid_input',
      '--data works with only one task. Add --task similar, --task cluster or --task cause.',
    );
  const filesOf = (names: readonly string[]) => (data === null ? names.map(sharedFilePath) : [data]);
  for (const one of tasks.filter((known) => chosen.includes(known))) {
    if (one === 'cause') yield compareCause(filesOf(causes), methods);
    if (one === 'sample') for (const seed of seeds) yield compareSample(seed, methods);
    if (one !== 'similar' && one !== 'cluster') continue;
    const compare = one === 'similar' ? compareSimilar : compareCluster;
    for (const path of filesOf(duplicates)) yield compare(await readDataFile(path), methods);
  }
}
