import type { CatalogueDraft } from '@refrain/domain';
import { toProbability } from '../stats/log-odds.ts';
import { roundToThousandths } from '../stats/round-to-thousandths.ts';
import type { CatalogueSignal } from './catalogue-input.ts';

/** Minimum value of a signal that is listed as evidence. */
const minReported = 0.1;

/** Estimates the probability that a service runs from a repository; `base` is the log-odds without signals. */
export function weighCatalogueSignals(
  base: number,
  weighedSignals: readonly CatalogueSignal[],
): Pick<CatalogueDraft, 'score' | 'evidence'> {
  const total = base + weighedSignals.reduce((sum, { value }) => sum + value, 0);
  const positive = weighedSignals.reduce((sum, { value }) => sum + Math.max(0, value), 0);
  const score = toProbability(total);
  return {
    score: roundToThousandths(score),
    evidence: weighedSignals
      .filter(({ value }) => value > minReported)
      .sort((a, b) => b.value - a.value)
      .map(({ signal, detail, value }) => ({ signal, detail, weight: roundToThousandths((score * value) / positive) })),
  };
}
