import { compare } from '../collections/compare.ts';
import { trainLogistic } from '../stats/logistic-regression.ts';
import type { Signal } from './weigh-signals.ts';

/** How people's decisions differ from the weights of the signals. */
export interface SignalAdjustment {
  /** Log-odds added to every change. */
  readonly bias: number;
  /** Addition to each kind of signal, as a share of its value. */
  readonly factors: ReadonlyMap<string, number>;
}

export const noAdjustment: SignalAdjustment = { bias: 0, factors: new Map() };

/** A change that a person confirmed or rejected as the cause of an incident. */
export interface DecidedSuspect {
  /** Identifies the example, so that the order of examples does not matter. */
  readonly key: string;
  /** Log-odds by its signals. */
  readonly odds: number;
  readonly weighedSignals: readonly Signal[];
  readonly isCause: boolean;
  /** Above 0. */
  readonly weight: number;
}

const signals = ['time', 'service', 'words', 'paths', 'reference', 'sha'] as const;
/**
 * Penalties of a regression with two labels, 2 / σ² for a prior deviation of σ: 1.2 in log-odds for the bias, and a
 * quarter of its value for a kind of signal.
 */
const penalties = [2 / 1.2 ** 2, ...signals.map(() => 2 / 0.25 ** 2)];

/**
 * Learns from decisions how much each kind of signal is worth in this organisation. Returns no adjustment without
 * decisions.
 */
export function learnAdjustment(decided: readonly DecidedSuspect[]): SignalAdjustment {
  if (decided.length === 0) return noAdjustment;
  const examples = [...decided]
    .sort((a, b) => compare(a.key, b.key))
    .map(({ odds, weighedSignals, isCause, weight }) => ({
      features: {
        at: penalties.map((_, feature) => feature),
        values: [1, ...signals.map((signal) => sumOf(weighedSignals, signal))],
      },
      prior: [0, odds],
      label: isCause ? 1 : 0,
      weight,
    }));
  const weights = trainLogistic(examples, 2, penalties);
  const departure = (feature: number): number => (weights[feature * 2 + 1] ?? 0) - (weights[feature * 2] ?? 0);
  return {
    bias: departure(0),
    factors: new Map(signals.map((signal, at) => [signal, departure(at + 1)])),
  };
}

/** Returns the log-odds of a change with the adjustment learnt from people. */
export function adjustOdds(
  odds: number,
  weighedSignals: readonly Signal[],
  { bias, factors }: SignalAdjustment,
): number {
  return weighedSignals.reduce((sum, { signal, value }) => sum + (factors.get(signal) ?? 0) * value, odds + bias);
}

function sumOf(weighedSignals: readonly Signal[], signal: string): number {
  return weighedSignals.reduce(
    (sum, weighedSignal) => (weighedSignal.signal === signal ? sum + weighedSignal.value : sum),
    0,
  );
}
