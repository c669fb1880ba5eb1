import { sentenceEndPattern, sentenceWeights, weighSentence } from '../causes/weigh-sentences.ts';
import type { NormalisedDocument } from '../text/failure-document.ts';
import { createNameRemover } from '../text/names.ts';
import { indexWordPositions, type WordPositions } from '../text/phrases/word-positions.ts';

export interface TextIndex {
  readonly positions: WordPositions;
  /** Error classes, error codes, exit codes and HTTP status codes in the text */
  readonly signature: readonly string[];
}

const maxSentenceLength = 2_000;

/** Weight of a phrase by the kind of its sentence. Plans weigh much, because they name measures that people chose. */
const weights = { reason: 1, account: 0.8, mitigation: 0.6, impact: 0.4, plan: 0.8 };

/** Matches causes that a text rules out, such as "not caused by a certificate". */
const ruledOut =
  /\b(?:unrelated to|nothing to do with|rul(?:ed|ing) out|(?:is|was|are|were)(?: not|n['’]t) (?:an?|the|due|caused)|not (?:due to|caused by|because of))\b[^.;,:\n]{0,80}/giu;

/**
 * Indexes the words of a document's title and text, in linear time.
 * @param names service and repository names to ignore, because a service called `edge-proxy` says nothing about a proxy
 */
export function createTextIndex({ masked, signature }: NormalisedDocument, names: readonly string[]): TextIndex {
  const removeNames = createNameRemover(names.filter((name) => /[\p{L}\p{N}][^\p{L}\p{N}]+[\p{L}\p{N}]/u.test(name)));
  const sentences = masked.text
    .replace(ruledOut, ' ')
    .split(sentenceEndPattern)
    .map((sentence) => sentence.slice(0, maxSentenceLength));
  const positions = indexWordPositions([
    { text: removeNames(masked.title), weight: weights.reason },
    ...sentences.map((text) => ({ text: removeNames(text), weight: weightOf(text) })),
  ]);
  return { positions, signature };
}

function weightOf(sentence: string): number {
  const factor = weighSentence(sentence.toLowerCase());
  if (factor >= sentenceWeights.reason) return weights.reason;
  if (factor === sentenceWeights.plan) return weights.plan;
  if (factor === sentenceWeights.impact) return weights.impact;
  return factor === sentenceWeights.mitigation ? weights.mitigation : weights.account;
}
