import { runPipeline } from '@refrain/analysis';
import type { Cause, Correction, Trigger } from '@refrain/domain';
import { scoreCauses } from '../causes/score-causes.ts';
import {
  correctStepByStep,
  type LabelledPair,
  type LearningOptions,
  type LearningStep,
} from './correct-step-by-step.ts';
import type { LabelledOrganisation } from './read-labelled-organisations.ts';

interface CauseAndTrigger {
  readonly cause: Cause;
  readonly trigger: Trigger;
}

/**
 * Corrects the causes and triggers of incidents, and lists those of the other incidents after the pipeline ran again.
 * Incidents whose cause nobody can tell are not corrected, and doubtful ones are not scored.
 */
export function learnCausesOfOrganisation(
  organisation: LabelledOrganisation,
  options: LearningOptions,
): { readonly causes: LearningStep<Cause>[]; readonly triggers: LearningStep<Trigger>[] } {
  const assess = memoiseByIds((corrected) => assessAfterCorrections(organisation, corrected));
  const learn = <Label extends string>(labelOf: (one: CauseAndTrigger) => Label) =>
    correctStepByStep<Label>({
      ...options,
      name: organisation.name,
      items: [...organisation.incidentLabels].map(([id, label]) => ({
        id,
        truth: labelOf(label),
        canCorrect: label.cause !== 'unknown',
        isScored: !label.doubtful,
      })),
      predict: (corrected) => new Map([...assess(corrected)].map(([id, one]) => [id, labelOf(one)])),
    });
  return { causes: learn(({ cause }) => cause), triggers: learn(({ trigger }) => trigger) };
}

/** Scores predicted causes or triggers. */
export function scoreCauseLabels(pairs: readonly LabelledPair<string>[]) {
  const { accuracy, macroF1 } = scoreCauses(pairs.map(({ truth, predicted }) => ({ predicted, truth: [truth] })));
  return { accuracy, macroF1 };
}

/** Keeps results, because causes and triggers are read from the same run of the pipeline. */
function memoiseByIds<T>(compute: (ids: readonly string[]) => T): (ids: readonly string[]) => T {
  const known = new Map<string, T>();
  return (ids) => {
    const key = JSON.stringify(ids);
    const found = known.get(key) ?? compute(ids);
    known.set(key, found);
    return found;
  };
}

const decidedAt = '2030-01-01T00:00:00.000Z';

function assessAfterCorrections(
  { failures, incidentLabels }: LabelledOrganisation,
  corrected: readonly string[],
): ReadonlyMap<string, CauseAndTrigger> {
  const corrections = corrected.flatMap((failureId): Correction[] => {
    const label = incidentLabels.get(failureId);
    if (label === undefined) return [];
    const { cause, trigger } = label;
    const decision = { kind: 'cause', failureId, cause, ...(trigger === 'unknown' ? {} : { trigger }) } as const;
    return [{ id: failureId, decision, decidedAt }];
  });
  const { observed } = runPipeline({ failures, changes: [], corrections, previous: [], until: decidedAt });
  return new Map(
    observed.episodes.flatMap(({ failureIds, cause, trigger }) => failureIds.map((id) => [id, { cause, trigger }])),
  );
}
