import type { RevertVerdict } from '@refrain/analysis/evaluation';
import type { RandomStream } from '@refrain/sample-org';

export interface LabelledRevert {
  readonly repo: string;
  readonly verdict: RevertVerdict;
  /** Whether Refrain treats the revert as a failure. */
  readonly isCalled: boolean;
}

/** Numbers of labelled reverts, and how many of them Refrain treats as failures. */
interface Called {
  readonly called: number;
  readonly of: number;
}

export interface VerdictScore extends Readonly<Record<RevertVerdict, Called>> {
  /** Balanced accuracy: the mean of the recall of failures and the specificity for planned reverts. Null unless both kinds are labelled. */
  readonly balancedAccuracy: number | null;
}

export interface VerdictScoresByRepository {
  readonly all: VerdictScore;
  readonly byRepository: Readonly<Record<string, VerdictScore>>;
  /** Mean balanced accuracy over the repositories with enough labelled failures and planned reverts; null without such repositories. */
  readonly mean: { readonly balancedAccuracy: number; readonly low: number; readonly high: number } | null;
}

/** Minimum number of labels of each verdict for a repository to be included in the mean. */
const minLabels = 5;
const resamples = 1_000;

/** Scores Refrain's verdicts against labels. The 90 % interval is a bootstrap over the labels of each repository. */
export function scoreVerdicts(reverts: readonly LabelledRevert[], random: RandomStream): VerdictScoresByRepository {
  const groups = new Map<string, LabelledRevert[]>();
  for (const revert of reverts) groups.set(revert.repo, [...(groups.get(revert.repo) ?? []), revert]);
  const enough = [...groups.values()].filter((group) =>
    (['failure', 'planned'] as const).every(
      (wanted) => group.filter(({ verdict }) => verdict === wanted).length >= minLabels,
    ),
  );
  const meanOf = (samples: readonly (readonly LabelledRevert[])[]) => {
    const accuracies = samples.flatMap((sample) => score(sample).balancedAccuracy ?? []);
    return accuracies.reduce((sum, accuracy) => sum + accuracy, 0) / accuracies.length;
  };
  const means = Array.from({ length: enough.length === 0 ? 0 : resamples }, () =>
    meanOf(enough.map((group) => resample(group, random))),
  ).sort((a, b) => a - b);
  return {
    all: score(reverts),
    byRepository: Object.fromEntries([...groups].map(([repo, group]) => [repo, score(group)])),
    mean:
      enough.length === 0
        ? null
        : {
            balancedAccuracy: meanOf(enough),
            low: means[Math.floor(0.05 * resamples)] ?? 0,
            high: means[Math.floor(0.95 * resamples)] ?? 1,
          },
  };
}

function resample(reverts: readonly LabelledRevert[], random: RandomStream): LabelledRevert[] {
  return (['failure', 'planned', 'unclear'] as const).flatMap((wanted) => {
    const own = reverts.filter(({ verdict }) => verdict === wanted);
    return own.map(() => random.pick(own));
  });
}

function score(reverts: readonly LabelledRevert[]): VerdictScore {
  const count = (wanted: RevertVerdict): Called => {
    const own = reverts.filter(({ verdict }) => verdict === wanted);
    return { called: own.filter(({ isCalled }) => isCalled).length, of: own.length };
  };
  const [failure, planned] = [count('failure'), count('planned')];
  const hasBoth = failure.of > 0 && planned.of > 0;
  return {
    failure,
    planned,
    unclear: count('unclear'),
    balancedAccuracy: hasBoth ? (failure.called / failure.of + 1 - planned.called / planned.of) / 2 : null,
  };
}
