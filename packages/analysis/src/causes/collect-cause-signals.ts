import type { Cause, Trigger } from '@refrain/domain';
import { isRevertTitle } from '../text/extract-original-title.ts';
import type { CauseAssessmentInput, LinkedChange } from './cause-assessment-input.ts';
import { inferCausesFromPaths } from './path-signals.ts';
import { inferCausesFromSteps } from './step-signals.ts';

/**
 * Maximum scores of signals, on the scale of the lexicon's weights. A signal has the maximum if its link has the score
 * 1, or if all its paths or steps indicate the same cause.
 */
const weights = { paths: 3, steps: 3, causingPaths: 3, causingChange: 3, fixedPaths: 1.5, reverted: 3 };
const maxChanges = 10;
/** Fraction of the score of steps and changes that counts if the log of a failed deployment states a mechanism. */
const besideMechanism = 0.2;

/** A signal for a cause or a trigger that does not come from a phrase of the text. */
export interface CauseOrTriggerSignal<Label extends string> {
  readonly label: Label;
  readonly source: 'kind' | 'paths' | 'steps' | 'caused_by' | 'resolved_by' | 'trigger';
  /** Positive, on the scale of the lexicon's weights. A strong signal has the score 3. */
  readonly score: number;
  /** Evidence for people to read, such as a path or the name of a failed step. */
  readonly phrase: string;
}

interface Found {
  readonly causes: readonly CauseOrTriggerSignal<Cause>[];
  readonly triggers: readonly CauseOrTriggerSignal<Trigger>[];
}

/**
 * @param isExplained whether the log of a failed deployment states a mechanism; every failed deployment has steps and a
 * deployed change, which then say little
 */
export function collectCauseSignals(document: CauseAssessmentInput, isExplained = false): Found {
  const circumstances = [
    fromPaths(document.paths ?? [], 'paths', weights.paths),
    ofSteps(document),
    ...(document.changes ?? []).slice(0, maxChanges).map(ofChange),
  ];
  const found = [ofKind(document), ...(isExplained ? circumstances.map(weaken) : circumstances)];
  return { causes: found.flatMap(({ causes }) => causes), triggers: found.flatMap(({ triggers }) => triggers) };
}

function weaken({ causes, triggers }: Found): Found {
  return { causes: causes.map((one) => ({ ...one, score: one.score * besideMechanism })), triggers };
}

function fromPaths(paths: readonly string[], source: CauseOrTriggerSignal<Cause>['source'], weight: number): Found {
  const read = inferCausesFromPaths(paths).map(({ share, example, ...labels }) => ({
    ...labels,
    signal: { source, score: weight * share, phrase: example },
  }));
  return {
    causes: read.map(({ cause, signal }) => ({ label: cause, ...signal })),
    triggers: read.map(({ trigger, signal }) => ({ label: trigger, ...signal })),
  };
}

function ofKind({ kind }: CauseAssessmentInput): Found {
  const source = 'kind';
  if (kind === 'failed_deployment')
    return { causes: [], triggers: [{ label: 'deployment', source, score: 8, phrase: 'failed deployment' }] };
  if (kind !== 'reverted_change') return { causes: [], triggers: [] };
  const phrase = 'reverted change';
  return {
    causes: [{ label: 'code_defect', source, score: 1.5, phrase }],
    triggers: [{ label: 'deployment', source, score: 3, phrase }],
  };
}

function ofSteps({ kind, text }: CauseAssessmentInput): Found {
  if (kind !== undefined && kind !== 'failed_deployment') return { causes: [], triggers: [] };
  const causes = inferCausesFromSteps(text).map(({ cause, share, step }) => ({
    label: cause,
    source: 'steps' as const,
    score: weights.steps * share,
    phrase: step,
  }));
  return { causes, triggers: [] };
}

/**
 * Returns the signals in the files of a linked change. A revert that resolved the failure has the same weight as a
 * causing change, since it touches the same files. Any other fix has less weight, since it often touches more than the
 * cause.
 */
function ofChange({ relation, kind, title, paths, score }: LinkedChange): Found {
  const isCausing = relation === 'caused_by' || isRevertTitle(title);
  const { causes, triggers } = fromPaths(
    paths,
    relation,
    (isCausing ? weights.causingPaths : weights.fixedPaths) * score,
  );
  if (!isCausing) return { causes, triggers: [] };
  const wentLive = relation === 'resolved_by' || kind === 'deployment' || triggers.length === 0;
  const weight = (relation === 'resolved_by' ? weights.reverted : weights.causingChange) * score;
  return {
    causes,
    triggers: wentLive
      ? [...triggers, { label: 'deployment', source: relation, score: weight, phrase: title.slice(0, 100) }]
      : triggers,
  };
}
