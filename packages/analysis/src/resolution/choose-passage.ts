import { longestPassage, type Passage, type SignedSentence } from './list-passages.ts';
import { isOfPlace, type Signs } from './resolution-signs.ts';

/** The weight of each sign in the score of a passage; a sign that is absent weighs nothing. */
export type PassageWeights = Readonly<Record<string, number>>;

const near = 'near:';

/** The signs of a passage: those of its chosen sentence, those of the others as `near:NAME`, and its size. */
export function readPassageSigns({ chosen, sentences, words }: Passage): Signs {
  const signs: Record<string, number> = { ...chosen.signs };
  for (const one of sentences) {
    if (one === chosen) continue;
    for (const name in one.signs) if (!isOfPlace(name)) signs[`${near}${name}`] = one.signs[name] ?? 0;
  }
  return { ...signs, length: words / longestPassage, sentences: sentences.length - 1 };
}

/** The likeliest passage: the sum of its signs by these weights is the largest. Null where there are none; it may state no resolution at all. */
export function choosePassage(passages: readonly Passage[], weights: PassageWeights): Passage | null {
  const nearWeights = Object.fromEntries(
    Object.entries(weights).flatMap(([name, weight]) =>
      name.startsWith(near) ? [[name.slice(near.length), weight]] : [],
    ),
  );
  // A sentence is the chosen one of up to eight passages.
  const ownScores = new Map<SignedSentence, number>();
  let best: Passage | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const passage of passages) {
    const { chosen, sentences, words } = passage;
    const own = ownScores.get(chosen) ?? weigh(chosen.signs, weights);
    ownScores.set(chosen, own);
    const size = (words / longestPassage) * (weights.length ?? 0) + (sentences.length - 1) * (weights.sentences ?? 0);
    const score = own + size + weighNear(passage, nearWeights);
    if (score > bestScore) [best, bestScore] = [passage, score];
  }
  return best;
}

function weigh(signs: Signs, weights: PassageWeights): number {
  let score = 0;
  for (const name in signs) score += (signs[name] ?? 0) * (weights[name] ?? 0);
  return score;
}

/** A sign that several neighbours have counts once. It makes no object: a report has thousands of passages. */
function weighNear({ chosen, sentences }: Passage, weights: PassageWeights): number {
  const others = sentences.filter((one) => one !== chosen);
  let score = 0;
  for (const [at, { signs }] of others.entries()) {
    for (const name in signs) {
      const weight = weights[name];
      if (weight === undefined || isOfPlace(name)) continue;
      if (!others.some((other, place) => place < at && name in other.signs)) score += weight * (signs[name] ?? 0);
    }
  }
  return score;
}
