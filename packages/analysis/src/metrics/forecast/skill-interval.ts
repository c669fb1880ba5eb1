import tQuantile from '@stdlib/stats-base-dists-t-quantile';

/** What the forecasts of one origin lost, and what the ones they are compared with did: sums of squared errors. */
export interface OriginLoss {
  readonly day: number;
  readonly loss: number;
  readonly peerLoss: number;
}

export interface Skill {
  /** 1 − loss / loss of the peer: 1 is perfect, 0 no better. */
  readonly skill: number;
  /** Ends of its interval; null where there are too few blocks to tell. */
  readonly low: number | null;
  readonly high: number | null;
}

/** Fewer say nothing about how much a skill scatters. */
const minBlocks = 4;
const shortestBlock = 28;
/** Of the interval. */
const level = 0.9;

/**
 * The Brier skill score with an interval that bears windows that overlap and series that fail together: the jackknife
 * over blocks of time, none shorter than a window (Künsch, Annals of Statistics 17, 1989), with Student's quantiles.
 * @param days length of a window
 * @returns null where nothing was forecast, or the peer made no error
 */
export function measureSkill(origins: readonly OriginLoss[], days: number): Skill | null {
  const first = origins.reduce((least, { day }) => Math.min(least, day), Number.POSITIVE_INFINITY);
  const blocks = new Map<number, { loss: number; peerLoss: number }>();
  let [loss, peerLoss] = [0, 0];
  for (const origin of origins) {
    const key = Math.floor((origin.day - first) / Math.max(days, shortestBlock));
    const block = blocks.get(key) ?? { loss: 0, peerLoss: 0 };
    block.loss += origin.loss;
    block.peerLoss += origin.peerLoss;
    blocks.set(key, block);
    loss += origin.loss;
    peerLoss += origin.peerLoss;
  }
  if (peerLoss === 0) return null;
  const skill = 1 - loss / peerLoss;
  // A block that holds all there is to lose cannot be left out.
  const rests = [...blocks.values()].map((block) => [loss - block.loss, peerLoss - block.peerLoss] as const);
  if (rests.length < minBlocks || rests.some(([, rest]) => !(rest > 0))) return { skill, low: null, high: null };
  const without = rests.map(([rest, peerRest]) => 1 - rest / peerRest);
  const mean = without.reduce((sum, one) => sum + one, 0) / without.length;
  const spread = without.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  const deviation = Math.sqrt(((without.length - 1) / without.length) * spread);
  const reach = deviation * tQuantile((1 + level) / 2, without.length - 1);
  return { skill, low: skill - reach, high: skill + reach };
}
