import type { Failure } from '@refrain/domain';
import { findSharedWords } from '../text/shared-words.ts';
import { splitDocumentsIntoStatements } from '../text/statements.ts';
import { countDocumentsByTerm, inverseDocumentFrequency } from '../text/tf-idf.ts';

export interface IncidentTextComparison {
  /** The shared words that are rarest in the organisation, at most five; no words that a fifth of all texts contain. */
  readonly words: readonly string[];
  /** Weight of the shared words beyond what unrelated texts share by chance; 0 if the difference is not significant. */
  readonly excess: number;
  /** Whether both texts describe an event at length and share no more words than unrelated texts do. */
  readonly areUnrelated: boolean;
}

export type IncidentTextComparer = (a: Failure, b: Failure) => IncidentTextComparison;

/** Prior numbers of incidents without words, so that no word seems common, or shared by chance, while few are known. */
const priorIncidents = { weights: 20, chance: 5 };
/** Weight of a word in a fifth of all incidents; subtracted from all weights, so that template words weigh nothing. */
const templateWeight = Math.log(5);
/** Number of standard deviations above the expectation from which shared words are significant. */
const minDeviations = 3.5;
/** Texts with at least this number of stems, except boilerplate, describe an event at length. */
const minStems = 25;
/** Texts that share fewer words than this number of standard deviations above the expectation are unrelated. */
const maxUnrelatedDeviations = 2;

/**
 * Creates a function that compares the texts of two incidents. The number of words that unrelated texts share by chance
 * follows from the lengths of both texts and the number of incidents with each word. Boilerplate does not count.
 */
export function createIncidentTextComparer(incidents: readonly Failure[]): IncidentTextComparer {
  // Computed at the first comparison, because most organisations have no two incidents within minutes.
  let corpus: Corpus | null = null;
  return (a, b) => {
    corpus ??= readCorpus(incidents);
    return compare(corpus, a, b);
  };
}

interface Corpus {
  /** The stems of each incident's words, by incident id. */
  readonly stemsOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** The spelling in which a stem first occurs. */
  readonly spellings: ReadonlyMap<string, string>;
  readonly meanStems: number;
  /** Probability that a text of mean length contains a word that another text contains. */
  readonly probabilityOf: (word: string) => number;
  readonly weigh: (word: string) => number;
}

function readCorpus(incidents: readonly Failure[]): Corpus {
  const statements = splitDocumentsIntoStatements(incidents);
  const spellings = new Map<string, string>();
  const stemsOf = new Map(
    incidents.map(({ id }) => {
      const terms = (statements.get(id) ?? []).flatMap((statement) => statement.terms);
      for (const { term, surface } of terms) if (!spellings.has(term)) spellings.set(term, surface.toLowerCase());
      return [id, new Set(terms.map(({ term }) => term))] as const;
    }),
  );
  const counts = countDocumentsByTerm(stemsOf.values());
  const sizes = [...stemsOf.values()].map(({ size }) => size);
  return {
    stemsOf,
    spellings,
    meanStems: Math.max(1, sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, sizes.length)),
    probabilityOf: (stem) => ((counts.get(stem) ?? 1) - 1) / (incidents.length - 1 + priorIncidents.chance),
    weigh: (stem) => {
      const documents = incidents.length + priorIncidents.weights;
      return Math.max(0, inverseDocumentFrequency(documents, counts.get(stem) ?? 0) - templateWeight);
    },
  };
}

function compare(
  { stemsOf, spellings, meanStems, probabilityOf, weigh }: Corpus,
  a: Failure,
  b: Failure,
): IncidentTextComparison {
  const [short, long] = [a, b]
    .map(({ id }) => stemsOf.get(id) ?? new Set<string>())
    .sort((x, y) => x.size - y.size) as [ReadonlySet<string>, ReadonlySet<string>];
  const shared = findSharedWords(short, long, weigh);
  let [expected, variance] = [0, 0];
  for (const stem of short) {
    const probability = Math.min(1, (probabilityOf(stem) * long.size) / meanStems);
    expected += weigh(stem) * probability;
    variance += weigh(stem) ** 2 * probability * (1 - probability);
  }
  const excess = shared.weight - expected;
  const deviation = Math.sqrt(variance);
  return {
    words: shared.words.filter((stem) => weigh(stem) > 0).map((stem) => spellings.get(stem) ?? stem),
    excess: excess > minDeviations * deviation ? excess : 0,
    areUnrelated: short.size >= minStems && excess <= maxUnrelatedDeviations * deviation,
  };
}
