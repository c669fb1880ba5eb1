import type { ClusteredDocument } from '@refrain/analysis/evaluation';
import { scoreClusters } from '../patterns/score-clusters.ts';
import { clusterBaselines } from './cluster-baselines.ts';
import type { ComparedMethodRun, ComparedMethods } from './compared-methods.ts';
import type { DataFile } from './data-file.ts';
import { createShareFigure, processCostFigures } from './figures.ts';
import { listComparisonGoals } from './goals.ts';
import type { MeasuredMethod, MethodComparison } from './method-comparison.ts';
import { scoreLatestRecords } from './score-in-time.ts';

/** Refrain must cluster this file within a maximum duration. The other files have no such goal. */
const timedFile = 'dups-openoffice-pairs.jsonl';

/** Compares the clustering of Refrain with that of the baselines: for all records, and for only the latest records. */
export async function compareCluster(data: DataFile, methods: ComparedMethods): Promise<MethodComparison> {
  const groups = new Map(data.records.map(({ id, group }) => [id, group]));
  const measured = (
    method: string,
    { predicted, seconds, peakMemoryMb }: ComparedMethodRun<ClusteredDocument>,
  ): MeasuredMethod => {
    const items = predicted.map(({ id, pattern }) => ({ id, pattern, group: groups.get(id) ?? null }));
    const { bCubed, pairwise, adjustedRand, unclustered, patterns } = scoreClusters(items);
    return {
      method,
      values: {
        precision: bCubed.precision,
        recall: bCubed.recall,
        f1: bCubed.f1,
        pairwiseF1: pairwise.f1,
        adjustedRand,
        laterF1: scoreLatestRecords(items, data.records).f1,
        unclustered,
        patterns,
        seconds,
        peakMemoryMb,
      },
    };
  };
  const product = [measured('refrain', await methods.runProduct('cluster', data.path))];
  const baselines: MeasuredMethod[] = [];
  for (const method of clusterBaselines)
    baselines.push(measured(method, await methods.runBaseline('cluster', method, data.path)));
  return {
    task: 'cluster',
    data: data.name,
    records: data.records.length,
    product,
    baselines,
    figures: [
      createShareFigure('precision', 'B³ P'),
      createShareFigure('recall', 'B³ R'),
      createShareFigure('f1', 'B³ F1'),
      createShareFigure('pairwiseF1', 'pair F1'),
      createShareFigure('adjustedRand', 'ARI'),
      createShareFigure('laterF1', 'last 30 % F1'),
      { key: 'unclustered', title: 'alone', better: null, digits: 3 },
      { key: 'patterns', title: 'groups', better: null, digits: 0 },
      ...processCostFigures,
    ],
    goals: [...listComparisonGoals('cluster', data.name), ...timeGoal(data.name, baselines)],
    notes: [
      'last 30 % F1: B³ F1 over the last 30 % of the records by time, in the grouping of all at once (nothing is learnt earlier).',
      'pair F1 and ARI are over all pairs: twins that bear no label hold them down.',
    ],
  };
}

/** Goal: Refrain's whole process takes at most as long as the faster variant of TF-IDF with HDBSCAN. */
function timeGoal(file: string, baselines: readonly MeasuredMethod[]): MethodComparison['goals'] {
  if (file !== timedFile) return [];
  const seconds = baselines
    .filter(({ method }) => method.startsWith('hdbscan'))
    .flatMap(({ values }) => values.seconds ?? []);
  return seconds.length === 0 ? [] : [{ figure: 'seconds', value: Math.min(...seconds) }];
}
