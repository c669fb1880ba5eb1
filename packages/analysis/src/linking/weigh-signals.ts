import type { Evidence } from '@refrain/domain';
import { toProbability } from '../stats/log-odds.ts';
import { toDigits } from '../stats/to-digits.ts';
import type { Unit } from './change-index.ts';

/** A reason for or against a change, and what it adds to the log-odds. */
export interface Signal {
  readonly signal: string;
  readonly detail: string;
  readonly value: number;
}

/** A change that may be the wanted one. */
export interface Candidate {
  readonly unit: Unit;
  /** In [0, 1]. */
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

/** Minimum value of a signal that is reported. */
const minReported = 0.1;
const maxReported = 6;

/**
 * Returns the log-odds of a change with its signals.
 * @param base log-odds without signals
 */
export function addSignals(base: number, weighedSignals: readonly Signal[]): number {
  return weighedSignals.reduce((sum, { value }) => sum + value, base);
}

/** Returns the positive signals as evidence, strongest first; their weights are their shares of the score. */
export function toEvidence(score: number, weighedSignals: readonly Signal[]): Evidence[] {
  const positive = weighedSignals.reduce((sum, { value }) => sum + Math.max(0, value), 0);
  return weighedSignals
    .filter(({ value }) => value > minReported)
    .sort((a, b) => b.value - a.value)
    .slice(0, maxReported)
    .map(({ signal, detail, value }) => ({ signal, detail, weight: toDigits((score * value) / positive) }));
}

/** Returns the probability of a unit from its signals, with the positive ones as evidence. */
export function weighSignals(unit: Unit, base: number, weighedSignals: readonly Signal[]): Candidate {
  const score = toDigits(toProbability(addSignals(base, weighedSignals)));
  return { unit, score, evidence: toEvidence(score, weighedSignals) };
}
