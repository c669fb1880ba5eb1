import { dayInMs } from '@refrain/domain';
import type { RandomStream } from '@refrain/sample-org';

/** A tested change, with the share of earlier changes whose score was at least as high; null if the change has no score. */
export interface ScoredChange {
  readonly at: number;
  readonly rank: number | null;
  readonly hasFailed: boolean;
}

export const alertRates = [0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.2] as const;
const blockInMs = 28 * dayInMs;
const resamples = 1_000;

export interface AlertScore {
  /** Requested share of changes that get a warning. */
  readonly alertRate: number;
  /** Share of changes that got a warning, with thresholds computed from earlier changes. */
  readonly achieved: number;
  readonly warned: number;
  /** Number of changes that got a warning and failed. */
  readonly hits: number;
  readonly precision: number | null;
  readonly recall: number | null;
  /** Precision ÷ base rate. */
  readonly lift: number | null;
  /** 90 % interval of the lift, from a bootstrap of blocks of four weeks. */
  readonly liftInterval: readonly [number, number] | null;
}

interface Counts {
  readonly all: number;
  readonly failed: number;
  readonly warned: number;
  readonly hits: number;
}

export function scoreAlerts(tried: readonly ScoredChange[], alertRate: number, random: RandomStream): AlertScore {
  const blocks = new Map<number, Counts>();
  for (const { at, rank, hasFailed } of tried) {
    const key = Math.floor(at / blockInMs);
    const isWarned = rank !== null && rank <= alertRate;
    blocks.set(key, add(blocks.get(key) ?? none, countOne(hasFailed, isWarned)));
  }
  const list = [...blocks.values()];
  const counts = list.reduce(add, none);
  return {
    alertRate,
    achieved: counts.warned / counts.all,
    warned: counts.warned,
    hits: counts.hits,
    precision: ratio(counts.hits, counts.warned),
    recall: ratio(counts.hits, counts.failed),
    lift: liftOf(counts),
    liftInterval: drawInterval(list, random),
  };
}

const none: Counts = { all: 0, failed: 0, warned: 0, hits: 0 };

function countOne(hasFailed: boolean, isWarned: boolean): Counts {
  return { all: 1, failed: Number(hasFailed), warned: Number(isWarned), hits: Number(hasFailed && isWarned) };
}

function add(a: Counts, b: Counts): Counts {
  return { all: a.all + b.all, failed: a.failed + b.failed, warned: a.warned + b.warned, hits: a.hits + b.hits };
}

function liftOf({ all, failed, warned, hits }: Counts): number | null {
  return warned === 0 || failed === 0 ? null : hits / warned / (failed / all);
}

function drawInterval(blocks: readonly Counts[], random: RandomStream): [number, number] | null {
  if (blocks.length < 2) return null;
  const lifts = Array.from({ length: resamples }, () =>
    liftOf(blocks.map(() => blocks[random.int(0, blocks.length - 1)] ?? none).reduce(add, none)),
  )
    .filter((lift) => lift !== null)
    .sort((a, b) => a - b);
  const [low, high] = [lifts[Math.floor(0.05 * lifts.length)], lifts[Math.ceil(0.95 * lifts.length) - 1]];
  return low === undefined || high === undefined ? null : [low, high];
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
