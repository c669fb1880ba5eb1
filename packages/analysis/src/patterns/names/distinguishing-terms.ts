import type { NormalisedDocument } from '../../text/document.ts';
import type { CorpusStatistics } from '../similarity/corpus-statistics.ts';

const minTermLength = 3;
/** Matches addresses, numbers and random strings, which identify occurrences rather than failures. */
const notAWord = /\/|\d{4}|^[\d.:-]+$|\d[\p{L}]+\d/u;
/** Stems about changeHandlingTerms changes and filling in forms, which say nothing about the failure. */
const changeHandlingTerms = new Set(
  'revert merg pull request commit branch rebas rollback roll repo repositori pr ref checklist ticket deploi deploy main master environ titl'.split(
    ' ',
  ),
);

/**
 * Lists the terms that distinguish a set of documents from all others, strongest first, in their original spelling. The
 * score is the share of members with the term, times the log ratio of its frequency among members and others. Terms of
 * a single member are omitted.
 * @param statistics over all documents, including the members
 */
export function listDistinguishingTerms(
  members: readonly NormalisedDocument[],
  statistics: CorpusStatistics,
  limit: number,
): string[] {
  const inside = new Map<string, number>();
  for (const { terms } of members) for (const term of terms.keys()) inside.set(term, (inside.get(term) ?? 0) + 1);
  const minCount = Math.min(2, members.length);
  const scored: { term: string; score: number }[] = [];
  for (const [term, count] of inside) {
    if (count < minCount || term.length < minTermLength || notAWord.test(term) || changeHandlingTerms.has(term))
      continue;
    const score =
      (count / members.length) * contrast(count, members.length, statistics.countDocuments(term), statistics.documents);
    if (score > 0) scored.push({ term, score });
  }
  scored.sort((a, b) => b.score - a.score || (a.term < b.term ? -1 : 1));
  const surfaces = [...new Set(scored.slice(0, 3 * limit).map(({ term }) => readSurface(term, members)))];
  return surfaces.filter((surface) => !surfaces.some((other) => isPartOf(surface, other))).slice(0, limit);
}

/**
 * Returns the log ratio of a term's frequency among members and among other documents. Half a document is added to the
 * others, so that the ratio stays finite.
 * @param inside members with the term, of `members`
 * @param everywhere documents with the term, of `documents`, including members
 */
export function contrast(inside: number, members: number, everywhere: number, documents: number): number {
  const outside = Math.max(0, everywhere - inside);
  const others = Math.max(0, documents - members);
  return Math.log(inside / members / ((outside + 0.5) / (others + 1)));
}

/** Tells whether a word is part of an identifier: `eai` of `EAI_AGAIN`, `looping` of `KubePodCrashLooping`. */
function isPartOf(word: string, identifier: string): boolean {
  return (
    word.length < identifier.length &&
    /[^\p{L}]|\p{Ll}\p{Lu}/u.test(identifier) &&
    identifier.toLowerCase().includes(word.toLowerCase())
  );
}

/** Returns the most frequent spelling of a term, ties by alphabet. */
function readSurface(term: string, members: readonly NormalisedDocument[]): string {
  const counts = new Map<string, number>();
  for (const { surfaces } of members) {
    const surface = surfaces.get(term);
    if (surface !== undefined) counts.set(surface, (counts.get(surface) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return best?.[0] ?? term;
}
