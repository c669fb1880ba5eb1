import { factors, sentenceEnd, weighSentence } from '../causes/weigh-sentences.ts';
import type { NormalisedDocument } from '../text/document.ts';
import { createNameRemover } from '../text/names.ts';
import { listTokens } from '../text/tokens.ts';
import { termOf } from './term-of.ts';

/** The words of a text by position. Positions at most `wordReach` apart are in one sentence. */
export interface ReadText {
  /** Maps a stem or identifier to its positions, at most 30 each. */
  readonly places: ReadonlyMap<string, readonly { readonly at: number; readonly weight: number }[]>;
  /** Error classes, error codes, exit codes and HTTP codes. */
  readonly signature: readonly string[];
}

/** The maximum distance between the words of a phrase. */
export const wordReach = 5;
const maxScopes = 30;
const maxSentenceLength = 2_000;

/** The weight of a match by the role of its sentence. A planned measure is people's own choice of a guardrail. */
const weights = { reason: 1, account: 0.8, mitigation: 0.6, impact: 0.4, plan: 0.8 };

/** Matches what a text rules out. */
const ruledOut =
  /\b(?:unrelated to|nothing to do with|rul(?:ed|ing) out|(?:is|was|are|were)(?: not|n['’]t) (?:an?|the|due|caused)|not (?:due to|caused by|because of))\b[^.;,:\n]{0,80}/giu;

/**
 * Reads title and text of a document for phrases, in linear time.
 * @param names of services and repositories, which are removed: `edge-proxy` is no evidence for a proxy
 */
export function readText({ masked, signature }: NormalisedDocument, names: readonly string[]): ReadText {
  const places = new Map<string, { at: number; weight: number }[]>();
  const removeNames = createNameRemover(names.filter((name) => /[\p{L}\p{N}][^\p{L}\p{N}]+[\p{L}\p{N}]/u.test(name)));
  let at = 0;
  const read = (sentence: string, weight: number): void => {
    for (const { value, kind } of listTokens(sentence)) {
      const term = kind === 'word' ? termOf(value) : value;
      const known = places.get(term);
      if (known === undefined) places.set(term, [{ at, weight }]);
      else if (known.length < maxScopes) known.push({ at, weight });
      // An identifier has the same position as its parts.
      if (kind === 'word') at += 1;
    }
    at += wordReach + 1;
  };
  read(removeNames(masked.title), weights.reason);
  for (const sentence of masked.text.replace(ruledOut, ' ').split(sentenceEnd)) {
    const cut = sentence.slice(0, maxSentenceLength);
    read(removeNames(cut), weightOf(cut));
  }
  return { places, signature };
}

function weightOf(sentence: string): number {
  const factor = weighSentence(sentence.toLowerCase());
  if (factor >= factors.reason) return weights.reason;
  if (factor === factors.plan) return weights.plan;
  if (factor === factors.impact) return weights.impact;
  return factor === factors.mitigation ? weights.mitigation : weights.account;
}
