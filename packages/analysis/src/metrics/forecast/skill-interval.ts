import tQuantile from '@stdlib/stats-base-dists-t-quantile';

/** Sums of squared errors from one origin: of the forecasts, and of the reference forecasts (`referenceLoss`). */
export interface OriginLoss {
  readonly day: number;
  readonly loss: number;
  readonly referenceLoss: number;
}

export interface Skill {
  /** 1 − loss / reference loss: 1 is perfect, 0 is no better than the reference. */
  readonly skill: number;
  /** Lower end of the interval. Both ends are null if there are too few blocks. */
  readonly low: number | null;
  readonly high: number | null;
}

/** Minimum number of blocks for an interval. Fewer blocks do not show how much the skill varies. */
const minBlocks = 4;
const shortestBlock = 28;
const level = 0.9;

/**
 * Computes the Brier skill score with a 90 % interval by the jackknife over blocks of time (Künsch 1989), since windows
 * overlap and series are dependent. Returns null if the reference made no error.
 * @param days length of a forecast window, in days
 */
export function measureSkill(origins: readonly OriginLoss[], days: number): Skill | null {
  const first = origins.reduce((earliest, { day }) => Math.min(earliest, day), Number.POSITIVE_INFINITY);
  const blocks = new Map<number, { loss: number; peerLoss: number }>();
  let [loss, peerLoss] = [0, 0];
  for (const origin of origins) {
    const key = Math.floor((origin.day - first) / Math.max(days, shortestBlock));
    const block = blocks.get(key) ?? { loss: 0, peerLoss: 0 };
    block.loss += origin.loss;
    block.peerLoss += origin.referenceLoss;
    blocks.set(key, block);
    loss += origin.loss;
    peerLoss += origin.referenceLoss;
  }
  if (peerLoss === 0) return null;
  const skill = 1 - loss / peerLoss;
  const rests = [...blocks.values()].map((block) => [loss - block.loss, peerLoss - block.peerLoss] as const);
  if (rests.length < minBlocks || rests.some(([, rest]) => !(rest > 0))) return { skill, low: null, high: null };
  const without = rests.map(([rest, peerRest]) => 1 - rest / peerRest);
  const mean = without.reduce((sum, one) => sum + one, 0) / without.length;
  const spread = without.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  const deviation = Math.sqrt(((without.length - 1) / without.length) * spread);
  const reach = deviation * tQuantile((1 + level) / 2, without.length - 1);
  return { skill, low: skill - reach, high: skill + reach };
}
