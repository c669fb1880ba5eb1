import { compare } from '../collections/compare.ts';
import { trainLogistic } from '../stats/logistic-regression.ts';
import type { Signal } from './weigh-signals.ts';

/** By how much people's decisions depart from what the signs say by themselves. */
export interface SignalAdjustment {
  /** Log-odds that any change gets. */
  readonly bias: number;
  /** What is added to a kind of sign, as a share of its value. */
  readonly factors: ReadonlyMap<string, number>;
}

export const noAdjustment: SignalAdjustment = { bias: 0, factors: new Map() };

/** A change that a person called the cause of an incident, or not. */
export interface DecidedSuspect {
  /** Names the example, so that their order makes no difference. */
  readonly key: string;
  /** Log-odds by its signs. */
  readonly odds: number;
  readonly weighedSignals: readonly Signal[];
  readonly isCause: boolean;
  /** Above 0. */
  readonly weight: number;
}

const signals = ['time', 'service', 'words', 'paths', 'reference', 'sha'] as const;
/**
 * Penalties of a regression of two labels, 2 / σ² for a departure of σ: the bias may move by 1.2 in log-odds before it needs
 * much evidence, a kind of sign by a quarter of its value.
 */
const penalties = [2 / 1.2 ** 2, ...signals.map(() => 2 / 0.25 ** 2)];

/** Learns from decisions how much each kind of sign is worth here; without any, nothing departs. */
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

/** Log-odds of a change as people would judge it. */
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
