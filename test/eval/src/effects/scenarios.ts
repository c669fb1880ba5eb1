import type { ArrivalProcess } from '../trends/scenarios.ts';

/** Factor by which a fix multiplies the rate of failures, and how long that lasts. */
export interface FixEffect {
  readonly factor: number;
  /** Number of days for which the effect lasts after the fix; null if it is permanent. */
  readonly lasts: number | null;
}

export const fixEffects = {
  none: { factor: 1, lasts: null },
  halves: { factor: 0.5, lasts: null },
  'prevents nine of ten': { factor: 0.1, lasts: null },
  'prevents all': { factor: 0, lasts: null },
  'prevents all for two months': { factor: 0, lasts: 60 },
} as const satisfies Record<string, FixEffect>;

export type FixEffectName = keyof typeof fixEffects;

/** Temporary peaks of the failure rate that changes to the code do not explain. */
export interface Peaks {
  readonly share: number;
  /** Mean number of days between two peaks. */
  readonly apart: number;
  /** Mean duration of a peak in days. */
  readonly days: number;
  /** Failure rate during a peak ÷ failure rate outside of peaks. */
  readonly factor: number;
}

/** Parameters that determine how the patterns of a kind of organisation recur. */
export interface FixSimulationSetting {
  readonly name: string;
  readonly arrival: ArrivalProcess;
  readonly peaks: Peaks | null;
  /** Changes per day after the fix ÷ changes per day before. Fewer changes cause fewer failures. */
  readonly changesSince: number;
  readonly effects: readonly FixEffectName[];
}

const peaks = { apart: 300, days: 60, factor: 4 };
const common = { arrival: 'alone', peaks: null, changesSince: 1, effects: ['none'] } as const;

export const fixSimulationSettings = {
  alone: { ...common, name: 'each episode comes alone', effects: Object.keys(fixEffects) as FixEffectName[] },
  bursts: (
    ['half of the patterns in bursts of 2.5', 'all in bursts of 2.5', 'half in bursts of 4 over weeks'] as const
  ).map(
    (arrival): FixSimulationSetting => ({
      ...common,
      name: arrival,
      arrival,
      effects: ['none', 'halves', 'prevents nine of ten'],
    }),
  ),
  peaks: [
    { ...common, name: 'rates that fade by themselves, of all patterns', peaks: { ...peaks, share: 1 } },
    { ...common, name: 'rates that fade by themselves, of three in ten', peaks: { ...peaks, share: 0.3 } },
  ],
  fewerChanges: { ...common, name: 'a quarter of the changes since the fix', changesSince: 0.25 },
} as const satisfies Record<string, FixSimulationSetting | readonly FixSimulationSetting[]>;
