import type { Evidence } from '@refrain/domain';
import { compareStrings } from '../collections/compare-strings.ts';
import { trainLogisticRegression } from '../stats/logistic-regression.ts';
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
export function convertSignalsToEvidence(score: number, weighedSignals: readonly WeighedSignal[]): Evidence[] {
  const positive = weighedSignals.reduce((sum, { value }) => sum + Math.max(0, value), 0);
  return weighedSignals
    .filter(({ value }) => value > minReported)
    .sort((a, b) => b.value - a.value)
    .slice(0, maxReported)
    .map(({ signal, detail, value }) => ({ signal, detail, weight: roundToThousandths((score * value) / positive) }));
}

/** Correction of the signals' weights, learnt from people's decisions. */
export interface SignalWeightAdjustment {
  readonly bias: number;
  /** Correction of a kind of signal, as a share of its value. Negative if the signal is less reliable than assumed. */
  readonly factors: ReadonlyMap<string, number>;
}

export const noSignalWeightAdjustment: SignalWeightAdjustment = { bias: 0, factors: new Map() };

/** A training example: a change that a person confirmed or rejected as the cause of an incident. */
export interface DecidedCauseCandidate {
  /** Sort key, so that the order of the examples in the input does not matter. */
  readonly key: string;
  readonly odds: number;
  readonly weighedSignals: readonly WeighedSignal[];
  readonly isCause: boolean;
  readonly weight: number;
}

const signals = ['time', 'service', 'words', 'paths', 'reference', 'sha'] as const;
/** L2 penalties 2 / σ², where σ is the prior standard deviation: 1.2 log-odds for the bias, 25 % for a signal's value. */
const penalties = [2 / 1.2 ** 2, ...signals.map(() => 2 / 0.25 ** 2)];

export function learnSignalWeightAdjustment(decided: readonly DecidedCauseCandidate[]): SignalWeightAdjustment {
  if (decided.length === 0) return noSignalWeightAdjustment;
  const examples = [...decided]
    .sort((a, b) => compareStrings(a.key, b.key))
    .map(({ odds, weighedSignals, isCause, weight }) => ({
      features: {
        at: penalties.map((_, feature) => feature),
        values: [1, ...signals.map((signal) => sumOf(weighedSignals, signal))],
      },
      prior: [0, odds],
      label: isCause ? 1 : 0,
      weight,
    }));
  const weights = trainLogisticRegression(examples, 2, penalties);
  const departure = (feature: number): number => (weights[feature * 2 + 1] ?? 0) - (weights[feature * 2] ?? 0);
  return {
    bias: departure(0),
    factors: new Map(signals.map((signal, at) => [signal, departure(at + 1)])),
  };
}

export function adjustLogOdds(
  odds: number,
  weighedSignals: readonly WeighedSignal[],
  { bias, factors }: SignalWeightAdjustment,
): number {
  return weighedSignals.reduce((sum, { signal, value }) => sum + (factors.get(signal) ?? 0) * value, odds + bias);
}

function sumOf(weighedSignals: readonly WeighedSignal[], signal: string): number {
  return weighedSignals.reduce(
    (sum, weighedSignal) => (weighedSignal.signal === signal ? sum + weighedSignal.value : sum),
    0,
  );
}
