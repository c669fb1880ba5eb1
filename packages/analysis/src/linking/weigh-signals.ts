import type { Evidence } from '@refrain/domain';
import { toProbability } from '../stats/log-odds.ts';
import { toDigits } from '../stats/to-digits.ts';
import type { Unit } from './change-index.ts';

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
const mostTold = 6;

/** Log-odds of a change by its signs. @param base log-odds before any sign */
export function addSigns(base: number, signs: readonly Sign[]): number {
  return signs.reduce((sum, { value }) => sum + value, base);
}

/** The signs that speak for a score: strongest first, their weights being their shares of it. */
export function tellSigns(score: number, signs: readonly Sign[]): Evidence[] {
  const positive = signs.reduce((sum, { value }) => sum + Math.max(0, value), 0);
  return signs
    .filter(({ value }) => value > leastTold)
    .sort((a, b) => b.value - a.value)
    .slice(0, mostTold)
    .map(({ signal, detail, value }) => ({ signal, detail, weight: toDigits((score * value) / positive) }));
}

/** The signs of a unit as a probability, with those that speak for it as evidence. */
export function weighSigns(unit: Unit, base: number, signs: readonly Sign[]): Candidate {
  const score = toDigits(toProbability(addSigns(base, signs)));
  return { unit, score, evidence: tellSigns(score, signs) };
}
