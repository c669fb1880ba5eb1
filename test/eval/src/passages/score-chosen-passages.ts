import { choosePassage, type PassageWeights } from '@refrain/analysis/evaluation';
import { round } from '../figures/round.ts';
import type { LabelledReport } from './learn-passage-weights.ts';
import type { PassageKind } from './passage-kinds.ts';

export interface ChosenPassage {
  /** Whether Refrain would show the passage. */
  readonly isStated: boolean;
  readonly isRight: boolean;
  readonly hasStatement: boolean;
}

export interface ChosenPassageScore {
  /** Share of the reports with a statement for which Refrain's quotation contains what the reader quoted; null if no report states one. */
  readonly found: number | null;
  /** Share of Refrain's quotations that contain what the reader quoted; null without quotations. */
  readonly precision: number | null;
  /** Share of the reports without a statement that get no quotation; null if every report states one. */
  readonly leftEmpty: number | null;
}

/** Chooses the passage of a report in the same way as the product, but with the given weights. */
export function chooseLabelledPassage(
  { passages, isRight, hasStatement }: LabelledReport,
  weights: PassageWeights,
  kind: PassageKind,
): ChosenPassage {
  const chosen = choosePassage(passages, weights);
  return {
    isStated: chosen !== null && kind.isStated(chosen),
    isRight: chosen !== null && isRight[passages.indexOf(chosen.passage)] === true,
    hasStatement,
  };
}

export function scoreChosenPassages(chosen: readonly ChosenPassage[]): ChosenPassageScore {
  const shown = chosen.filter(({ isStated }) => isStated);
  const silent = chosen.filter(({ hasStatement }) => !hasStatement);
  const right = shown.filter(({ isRight }) => isRight).length;
  return {
    found: shareOrNull(right, chosen.length - silent.length),
    precision: shareOrNull(right, shown.length),
    leftEmpty: shareOrNull(silent.filter(({ isStated }) => !isStated).length, silent.length),
  };
}

function shareOrNull(part: number, all: number): number | null {
  return all === 0 ? null : round(part / all, 3);
}
