import type { Evidence } from '@refrain/domain';
import type { Unit } from './change-index.ts';
import { round } from './describe.ts';

/** A reason for or against a change, and what it adds to the log-odds. */
export interface Sign {
  readonly signal: string;
  readonly detail: string;
  readonly value: number;
}

/** A change that may be what is looked for. */
export interface Candidate {
  readonly unit: Unit;
  /** In [0, 1]. */
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

/** Signs that add less say nothing to a reader. */
const leastTold = 0.1;

/**
 * The signs of a unit as a probability, with those that speak for it as evidence: strongest first, their weights being
 * their shares of the score.
 * @param base log-odds before any sign
 */
export function weighSigns(unit: Unit, base: number, signs: readonly Sign[]): Candidate {
  const total = base + signs.reduce((sum, { value }) => sum + value, 0);
  const positive = signs.reduce((sum, { value }) => sum + Math.max(0, value), 0);
  const score = 1 / (1 + Math.exp(-total));
  return {
    unit,
    score: round(score),
    evidence: signs
      .filter(({ value }) => value > leastTold)
      .sort((a, b) => b.value - a.value)
      .map(({ signal, detail, value }) => ({ signal, detail, weight: round((score * value) / positive) })),
  };
}
