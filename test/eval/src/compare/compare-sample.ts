import type { ClusteredDocument } from '@refrain/analysis/evaluation';
import { generateOrganisation } from '@refrain/sample-org';
import { describeCorrections, type ScoreAfterCorrections } from '../patterns/corrections-curve.ts';
import { type PatternScore, scorePatterns } from '../patterns/score-patterns.ts';
import type { DetectionScore } from '../reverts/score-detection.ts';
import { clusterBaselines } from './cluster-baselines.ts';
import type { ComparedMethodRun, ComparedMethods } from './compared-methods.ts';
import { createShareFigure, processCostFigures } from './figures.ts';
import type { FigureValues, MeasuredMethod, MethodComparison } from './method-comparison.ts';

interface PatternsMeasured {
  readonly organisations: readonly [
    PatternScore & DetectionScore & { failures: number; linkSeconds: number; groupSeconds: number },
  ];
}

/**
 * Compares the patterns that Refrain and the baselines find in a generated organisation, whose truth is known. The baselines cluster the
 * texts of the failures.
 */
export async function compareSample(seed: number, methods: ComparedMethods): Promise<MethodComparison> {
  const texts = `${methods.folder}/organisation-${seed}.jsonl`;
  const printed = await methods.runMeasure(['patterns', '--seed', String(seed), '--texts', texts]);
  const [own] = (printed as unknown as PatternsMeasured).organisations;
  const seconds = own.linkSeconds + own.groupSeconds;
  const corrected = await methods.runMeasure(['corrections', '--seed', String(seed), '--json']);
  const { curve } = corrected as unknown as { readonly curve: readonly ScoreAfterCorrections[] };
  const product = [{ method: 'refrain', values: { ...valuesOf(own), seconds, peakMemoryMb: null } }];
  const { truth } = generateOrganisation(seed);
  const baselines: MeasuredMethod[] = [];
  for (const method of clusterBaselines) {
    const run = await methods.runBaseline<ClusteredDocument>('cluster', method, texts);
    const score = scorePatterns(readPatterns(run), truth);
    baselines.push({
      method,
      values: { ...valuesOf(score), seconds: run.seconds, peakMemoryMb: run.peakMemoryMb },
    });
  }
  return {
    task: 'sample',
    data: `organisation ${seed}`,
    records: own.failures,
    product,
    baselines,
    figures: [
      createShareFigure('precision', 'B³ P'),
      createShareFigure('recall', 'B³ R'),
      createShareFigure('f1', 'B³ F1'),
      createShareFigure('pairwiseF1', 'pair F1'),
      createShareFigure('episodeF1', 'episode B³ F1'),
      { key: 'unclustered', title: 'alone', better: null, digits: 3 },
      { key: 'patterns', title: 'groups', better: null, digits: 0 },
      ...processCostFigures,
    ],
    goals: [{ figure: 'f1', value: 0.92 }],
    notes: [
      `${own.truePatterns} true patterns. The product joins failures to episodes first, by times, changes and references; the baselines have the texts alone.`,
      describeDetection(own),
      describeCorrections(curve),
      "Seconds: of the product's linking and grouping; of the baselines' whole process.",
    ],
  };
}

function describeDetection({ reverts, sameEvent, times }: DetectionScore): string {
  const { failure, planned, unclear, balancedAccuracy } = reverts;
  const called = `${failure.called} of ${failure.of} failures, ${planned.called} of ${planned.of} planned, ${unclear.called} of ${unclear.of} unclear`;
  return [
    `Reverts that are called failures: ${called} (balanced accuracy of the first two ${balancedAccuracy?.toFixed(3) ?? 'unknown'}).`,
    `Near pairs of reverts in one event: F1 ${sameEvent.f1.toFixed(3)} over ${sameEvent.pairs}.`,
    `Post-mortems with the right time: ${times.minute.right} of ${times.minute.of} that tell it, ${times.day.right} of ${times.day.of} that tell the day alone.`,
  ].join(' ');
}

function valuesOf({ perFailure, perEpisode, unclustered, patterns }: PatternScore): FigureValues {
  const { bCubed, pairwise } = perFailure;
  return {
    precision: bCubed.precision,
    recall: bCubed.recall,
    f1: bCubed.f1,
    pairwiseF1: pairwise.f1,
    episodeF1: perEpisode.bCubed.f1,
    unclustered,
    patterns,
  };
}

/** Reads the patterns of a baseline. A baseline finds no episodes, so each failure without a pattern counts as a separate episode. */
function readPatterns({ predicted }: ComparedMethodRun<ClusteredDocument>): Parameters<typeof scorePatterns>[0] {
  const patterns = new Map<string, { failureId: string }[]>();
  for (const { id, pattern } of predicted)
    if (pattern !== null) patterns.set(pattern, [...(patterns.get(pattern) ?? []), { failureId: id }]);
  return {
    failureIds: predicted.map(({ id }) => id),
    episodes: [],
    patterns: [...patterns.values()].map((members) => ({ members })),
  };
}
