import { createHash } from 'node:crypto';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A seeded random stream. The same seed and labels lead to the same stream, whatever else was drawn from other streams. */
export interface RandomStream {
  int(low: number, high: number): number;
  /** Returns true with the given probability, in [0, 1]. */
  chance(probability: number): boolean;
  /** Picks an item. Throws RangeError for an empty list. */
  pick<T>(items: readonly T[]): T;
  /** Picks a key with a probability in proportion to its weight. Never picks a key of weight 0. */
  weighted<K extends string>(weights: Readonly<Partial<Record<K, number>>>): K;
  shuffle<T>(items: readonly T[]): T[];
  text(length: number, alphabet: string): string;
  fork(label: string): RandomStream;
}

/** Creates a random stream from any text. The hash of the text is the initial state. */
export function createRandomStream(seed: string): RandomStream {
  const generator = xoroshiro128plus(createHash('sha256').update(seed).digest().readInt32BE(0));
  function int(low: number, high: number): number {
    return uniformInt(generator, low, Math.max(low, high));
  }
  function pick<T>(items: readonly T[]): T {
    const item = items[int(0, items.length - 1)];
    if (item === undefined) throw new RangeError(`Cannot pick from an empty list (random stream ${seed})`);
    return item;
  }
  return {
    int,
    pick,
    chance: (probability) => int(0, 999_999) < probability * 1_000_000,
    weighted(weights) {
      const entries = Object.entries(weights) as [keyof typeof weights & string, number][];
      let remaining = int(0, 999_999) * (entries.reduce((sum, [, weight]) => sum + weight, 0) / 1_000_000);
      for (const [key, weight] of entries) {
        if (remaining < weight) return key as never;
        remaining -= weight;
      }
      throw new RangeError(`Cannot pick: all weights are 0 (random stream ${seed})`);
    },
    shuffle(items) {
      const rest = [...items];
      const out: typeof rest = [];
      while (rest.length > 0) out.push(...rest.splice(int(0, rest.length - 1), 1));
      return out;
    },
    text: (length, alphabet) => Array.from({ length }, () => alphabet[int(0, alphabet.length - 1)] ?? '').join(''),
    fork: (label) => createRandomStream(`${seed}/${label}`),
  };
}

/** Returns a commit hash that depends only on the seed and the key. */
export function createSha(seed: number, key: string): string {
  return createHash('sha1').update(`${seed}/${key}`).digest('hex');
}
