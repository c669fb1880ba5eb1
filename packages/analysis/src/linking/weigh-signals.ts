import type { Evidence } from '@refrain/domain';
import { roundToThousandths } from '../stats/round-to-thousandths.ts';

/** A reason for or against a change; `value` is what it adds to the log-odds. */
export interface WeighedSignal {
  readonly signal: string;
  readonly detail: string;
  readonly value: number;
}

const minReported = 0.1;
const maxReported = 6;

export function sumLogOdds(base: number, weighedSignals: readonly WeighedSignal[]): number {
  return weighedSignals.reduce((sum, { value }) => sum + value, base);
}

/** Converts the positive signals to evidence, strongest first. Their weights are shares of the score. */
export function toEvidence(score: number, weighedSignals: readonly WeighedSignal[]): Evidence[] {
  const positive = weighedSignals.reduce((sum, { value }) => sum + Math.max(0, value), 0);
  return weighedSignals
    .filter(({ value }) => value > minReported)
    .sort((a, b) => b.value - a.value)
    .slice(0, maxReported)
    .map(({ signal, detail, value }) => ({ signal, detail, weight: roundToThousandths((score * value) / positive) }));
}
