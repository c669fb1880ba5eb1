import type { NormalisedDocument } from '../../text/failure-document.ts';
import { type CorpusStatistics, createRarityWeight } from './corpus-statistics.ts';
import { type FeatureCounts, type FeatureExtractor, type SimilaritySignal, spellingBucketCount } from './features.ts';
import type { SparseVector } from './sparse-vector.ts';

/** Weights of the signals. Words and spelling complement each other. Location is weak: services fail in many ways. */
const signalShare: Readonly<Record<SimilaritySignal, number>> = {
  words: 0.316,
  spelling: 0.474,
  files: 0.2,
  places: 0.01,
};
const signals = ['spelling', 'words', 'files', 'places'] as const;
const noId = -1;

/** The features of a set of documents. Feature ids ascend from the rarest feature to the most frequent. */
export interface FeatureVocabulary extends CorpusStatistics {
  signalOf(id: number): SimilaritySignal;
  /**
   * Returns the unit vector of a document: tf-idf with sublinear counts, scaled per signal to the signal's weight. The
   * dot product of two vectors is their similarity in [0, 1]. Unknown features have no id, but count towards the length
   * of the vector.
   */
  vectorise(features: FeatureCounts): SparseVector;
  read(document: NormalisedDocument): SparseVector;
  /** Returns a document's vector, and assigns ids to its new features, so that later documents can share them. */
  learn(document: NormalisedDocument): SparseVector;
}

/** Creates a vocabulary. Orders equally rare features by signal and name, so that document order does not alter ids. */
export function createFeatureVocabulary(reader: FeatureExtractor, all: readonly FeatureCounts[]): FeatureVocabulary {
  const { frequencies, grams } = countDocuments(reader.size(), all);
  const rarity = createRarityWeight(all.length);
  const named = [grams, ...[reader.words, reader.files, reader.places].map(listByName)];
  const order = orderByRarity(
    frequencies,
    named.flatMap((numbers, signal) => Array.from(numbers, (number) => ({ number, signal }))),
    rarity,
  );
  const signalOfId = order.map(({ signal }) => signal);
  const idOf = new Int32Array(frequencies.length).fill(noId);
  order.forEach(({ number }, id) => {
    idOf[number] = id;
  });
  // Maps feature numbers to feature ids, for the features that were learnt after creation.
  const later = new Map<number, number>();
  const readId = (number: number) => {
    const id = idOf[number] ?? noId;
    return id === noId ? (later.get(number) ?? noId) : id;
  };
  const weightOf = (number: number, count: number) => rarity(frequencies[number] ?? 0) * (1 + Math.log(count));
  const frequencyOf = (term: string) => frequencies[reader.words.get(term) ?? -1] ?? 0;
  let byId = new Float64Array(order.length);

  function vectorise(features: FeatureCounts): SparseVector {
    const { numbers, counts } = features;
    if (byId.length < signalOfId.length) byId = new Float64Array(2 * signalOfId.length);
    const squares = new Float64Array(signals.length);
    const found = new Int32Array(numbers.length);
    let length = 0;
    for (let at = 0; at < numbers.length; at++) {
      const number = numbers[at] as number;
      const weight = weightOf(number, counts[at] as number);
      const id = readId(number);
      if (id !== noId) {
        found[length++] = id;
        byId[id] = weight;
      } else if (weight > 0) {
        const signal = signalAt(features, at);
        squares[signal] = (squares[signal] as number) + weight ** 2;
      }
    }
    const ids = found.slice(0, length).sort();
    for (const id of ids) {
      const signal = signalOfId[id] as number;
      squares[signal] = (squares[signal] as number) + (byId[id] as number) ** 2;
    }
    const present = signals.reduce(
      (sum, signal, at) => sum + ((squares[at] as number) > 0 ? signalShare[signal] : 0),
      0,
    );
    const factors = signals.map((signal, at) => Math.sqrt(signalShare[signal] / present / (squares[at] as number)));
    return {
      ids,
      values: Float32Array.from(ids, (id) => (byId[id] as number) * (factors[signalOfId[id] as number] as number)),
    };
  }

  return {
    documents: all.length,
    weigh: (term) => rarity(frequencyOf(term)),
    countDocuments: frequencyOf,
    signalOf: (id) => signals[signalOfId[id] as number] as SimilaritySignal,
    vectorise,
    read: (document) => vectorise(reader.read(document)),
    learn(document) {
      const features = reader.learn(document);
      features.numbers.forEach((number, at) => {
        const isNew = readId(number) === noId && (frequencies[number] ?? 0) === 0;
        if (isNew) later.set(number, signalOfId.push(signalAt(features, at)) - 1);
      });
      return vectorise(features);
    },
  };
}

/** Takes a feature's index in `FeatureCounts.numbers`, and returns the index of the feature's signal in `signals`. */
function signalAt({ firstWord, firstFile, firstScope }: FeatureCounts, at: number): number {
  return [firstWord, firstFile, firstScope].filter((first) => at >= first).length;
}

function countDocuments(size: number, all: readonly FeatureCounts[]) {
  const frequencies = new Uint32Array(size);
  const grams: number[] = [];
  for (const { numbers } of all) {
    for (let at = 0; at < numbers.length; at++) {
      const number = numbers[at] as number;
      const frequency = frequencies[number] as number;
      if (frequency === 0 && number < spellingBucketCount) grams.push(number);
      frequencies[number] = frequency + 1;
    }
  }
  return { frequencies, grams: Int32Array.from(grams).sort() };
}

function listByName(numbers: ReadonlyMap<string, number>): number[] {
  return [...numbers.keys()].sort().map((name) => numbers.get(name) as number);
}

interface Numbered {
  readonly number: number;
  /** Index of the feature's signal in `signals` */
  readonly signal: number;
}

/** Sorts features by frequency, rarest first, and drops those without weight; ties keep their order. */
function orderByRarity(
  frequencies: Uint32Array,
  features: readonly Numbered[],
  rarity: (frequency: number) => number,
): Numbered[] {
  const frequencyOf = ({ number }: Numbered) => frequencies[number] as number;
  return features
    .filter((feature) => frequencyOf(feature) > 0 && rarity(frequencyOf(feature)) > 0)
    .sort((a, b) => frequencyOf(a) - frequencyOf(b));
}
