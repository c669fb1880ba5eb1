import type { CorpusStatistics } from './corpus-statistics.ts';
import { type Features, type Signal, spellingFeatures } from './features.ts';
import { createSparseVector, type SparseVector, scaleTo } from './sparse-vector.ts';

/** Part of each signal in a score. Words and spelling count alike: each finds repetitions that the other misses. */
const signalShare: Readonly<Record<Signal, number>> = { words: 0.36, spelling: 0.54, places: 0.1 };

/** Ids of spelling features lie below those of words, these below those of places. */
const firstId: Readonly<Record<Signal, number>> = { spelling: 0, words: spellingFeatures, places: 2 ** 29 };

/** From a term or place to its number. */
export interface Vocabulary {
  readonly words: ReadonlyMap<string, number>;
  readonly places: ReadonlyMap<string, number>;
}

/** Numbers terms in the order of their text, so that the numbers do not depend on the order of documents. */
export function createVocabulary(all: readonly Features[]): Vocabulary {
  const number = (signal: 'words' | 'places') => {
    const distinct = new Set(all.flatMap((features) => [...features[signal].keys()]));
    return new Map([...distinct].sort().map((term, index) => [term, firstId[signal] + index]));
  };
  return { words: number('words'), places: number('places') };
}

/**
 * One unit vector per document in which each signal is a block: tf-idf with sublinear counts, each block scaled to
 * its share. The dot product of two vectors is their score in [0, 1].
 * A term outside the vocabulary counts towards the length only: what no other document has cannot be shared.
 */
export function vectorise(features: Features, statistics: CorpusStatistics, vocabulary: Vocabulary): SparseVector {
  const blocks = [
    scaleBlock('spelling', features.spelling, statistics, Number),
    scaleBlock('words', features.words, statistics, numberBy(vocabulary.words, firstId.words)),
    scaleBlock('places', features.places, statistics, numberBy(vocabulary.places, firstId.places)),
  ];
  return scaleTo(concatenate(blocks), 1);
}

function scaleBlock<K extends string | number>(
  signal: Signal,
  counts: ReadonlyMap<K, number>,
  statistics: CorpusStatistics,
  idOf: (feature: K) => number,
): SparseVector {
  const weighted: [number, number][] = [];
  for (const [feature, count] of counts) {
    const weight = statistics.weigh(signal, feature);
    if (weight > 0) weighted.push([idOf(feature), weight * (1 + Math.log(count))]);
  }
  return scaleTo(createSparseVector(weighted), Math.sqrt(signalShare[signal]));
}

function numberBy(numbers: ReadonlyMap<string, number>, first: number): (feature: string) => number {
  let unknown = first + numbers.size;
  return (feature) => numbers.get(feature) ?? unknown++;
}

/** Joins blocks whose ids ascend from one to the next. */
function concatenate(blocks: readonly SparseVector[]): SparseVector {
  const length = blocks.reduce((sum, { ids }) => sum + ids.length, 0);
  const joined = { ids: new Int32Array(length), values: new Float64Array(length) };
  let at = 0;
  for (const { ids, values } of blocks) {
    joined.ids.set(ids, at);
    joined.values.set(values, at);
    at += ids.length;
  }
  return joined;
}

/** The dot product of two document vectors by signal; its parts add up to the whole. */
export function dotBySignal(a: SparseVector, b: SparseVector): Record<Signal, number> {
  const parts: Record<Signal, number> = { spelling: 0, words: 0, places: 0 };
  let j = 0;
  for (let i = 0; i < a.ids.length; i++) {
    const id = a.ids[i] as number;
    while (j < b.ids.length && (b.ids[j] as number) < id) j++;
    if (b.ids[j] !== id) continue;
    const signal = id < firstId.words ? 'spelling' : id < firstId.places ? 'words' : 'places';
    parts[signal] += (a.values[i] as number) * (b.values[j] as number);
  }
  return parts;
}
