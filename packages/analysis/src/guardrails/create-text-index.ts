import { sentenceEndPattern, sentenceWeights, weighSentence } from '../causes/weigh-sentences.ts';
import type { NormalisedDocument } from '../text/failure-document.ts';
import { createNameRemover } from '../text/names.ts';
import { stem } from '../text/stem.ts';
import { listTokens } from '../text/tokens.ts';

export interface TextIndex {
  /** Up to 30 occurrences of each stem or identifier, each with its word position and the weight of its sentence */
  readonly positions: ReadonlyMap<string, readonly { readonly at: number; readonly weight: number }[]>;
  /** Error classes, error codes, exit codes and HTTP status codes in the text */
  readonly signature: readonly string[];
}

/** Maximum distance between two words of a phrase. Words of different sentences are always further apart. */
export const maxPhraseWordDistance = 5;
const maxPositions = 30;
const maxSentenceLength = 2_000;

/** Weight of a phrase by the kind of its sentence. Plans weigh much, because they name measures that people chose. */
const weights = { reason: 1, account: 0.8, mitigation: 0.6, impact: 0.4, plan: 0.8 };

/** Matches causes that a text rules out, such as "not caused by a certificate". */
const ruledOut =
  /\b(?:unrelated to|nothing to do with|rul(?:ed|ing) out|(?:is|was|are|were)(?: not|n['’]t) (?:an?|the|due|caused)|not (?:due to|caused by|because of))\b[^.;,:\n]{0,80}/giu;

/** Matches agent nouns, which are not stemmed because the stem of `resolver` would also match "resolved". */
const agentNoun = /^([a-z]{3,}(?:er|or))s?$/u;

/**
 * Indexes the words of a document's title and text, in linear time.
 * @param names service and repository names to ignore, because a service called `edge-proxy` says nothing about a proxy
 */
export function createTextIndex({ masked, signature }: NormalisedDocument, names: readonly string[]): TextIndex {
  const places = new Map<string, { at: number; weight: number }[]>();
  const removeNames = createNameRemover(names.filter((name) => /[\p{L}\p{N}][^\p{L}\p{N}]+[\p{L}\p{N}]/u.test(name)));
  let at = 0;
  const read = (sentence: string, weight: number): void => {
    for (const { value, kind } of listTokens(sentence)) {
      const term = kind === 'word' ? toComparableWord(value) : value;
      const known = places.get(term);
      if (known === undefined) places.set(term, [{ at, weight }]);
      else if (known.length < maxPositions) known.push({ at, weight });
      // The tokeniser lists an identifier in addition to its words, so an identifier does not advance the position.
      if (kind === 'word') at += 1;
    }
    at += maxPhraseWordDistance + 1;
  };
  read(removeNames(masked.title), weights.reason);
  for (const sentence of masked.text.replace(ruledOut, ' ').split(sentenceEndPattern)) {
    const cut = sentence.slice(0, maxSentenceLength);
    read(removeNames(cut), weightOf(cut));
  }
  return { positions: places, signature };
}

/** Returns the form by which a lower-case word is compared with others: its stem, or the singular of an agent noun. */
export function toComparableWord(word: string): string {
  return agentNoun.exec(word)?.[1] ?? stem(word);
}

function weightOf(sentence: string): number {
  const factor = weighSentence(sentence.toLowerCase());
  if (factor >= sentenceWeights.reason) return weights.reason;
  if (factor === sentenceWeights.plan) return weights.plan;
  if (factor === sentenceWeights.impact) return weights.impact;
  return factor === sentenceWeights.mitigation ? weights.mitigation : weights.account;
}
