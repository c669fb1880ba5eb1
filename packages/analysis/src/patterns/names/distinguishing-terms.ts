import type { NormalisedDocument } from '../../text/failure-document.ts';
import { countDocumentsByTerm } from '../../text/tf-idf.ts';
import type { CorpusStatistics } from '../similarity/corpus-statistics.ts';
import { countNames } from './count-names.ts';

const minTermLength = 3;
/** Matches URLs, numbers and random strings, which identify single occurrences instead of a kind of failure. */
const notAWord = /\/|\d{4}|^[\d.:-]+$|\d[\p{L}]+\d/u;
/** Stems of words in reverts, releases and form headings, which say nothing about the failure. */
const changeHandlingTerms = new Set(
  'revert merg pull request commit branch rebas rollback roll repo repositori pr ref checklist ticket deploi deploy main master environ titl'.split(
    ' ',
  ),
);

/** Returns false for fragments, numbers, URLs and random strings, which mean nothing to readers. */
export function isReadableTerm(term: string): boolean {
  return term.length >= minTermLength && !notAWord.test(term);
}

/**
 * Lists the terms that distinguish members from other documents, strongest first, in their most frequent spelling.
 * Omits terms that only one of several members contains.
 * @param statistics counts over all documents, including the members
 */
export function listDistinguishingTerms(
  members: readonly NormalisedDocument[],
  statistics: CorpusStatistics,
  limit: number,
): string[] {
  const minCount = Math.min(2, members.length);
  const scored: { term: string; score: number }[] = [];
  for (const [term, count] of countDocumentsByTerm<string>(members.map(({ terms }) => terms.keys()))) {
    if (count < minCount || !isReadableTerm(term) || changeHandlingTerms.has(term)) continue;
    const score =
      (count / members.length) *
      computeLogFrequencyRatio(count, members.length, statistics.countDocuments(term), statistics.documents);
    if (score > 0) scored.push({ term, score });
  }
  scored.sort((a, b) => b.score - a.score || (a.term < b.term ? -1 : 1));
  const surfaces = [...new Set(scored.slice(0, 3 * limit).map(({ term }) => findSpelling(term, members)))];
  return surfaces.filter((surface) => !surfaces.some((other) => isPartOf(surface, other))).slice(0, limit);
}

/** A term is telling if at least two members contain it and its log ratio is at least this. */
const minTellingRatio = 1;
/** Minimum number of other documents. With fewer, the check mistakes the words of a failure for boilerplate. */
const minOthers = 20;
/** Minimum number of telling terms per member, and minimum share of such members. */
const telling = { terms: 2, share: 0.5 } as const;

/**
 * Returns whether at least half of the members contain two terms that others share and that are rare elsewhere; also
 * true with too few other documents to tell.
 */
export function haveTellingTerms(members: readonly NormalisedDocument[], statistics: CorpusStatistics): boolean {
  const found = listTellingTerms(members, statistics);
  if (found === null) return true;
  const holding = members.filter(
    ({ terms }) => [...terms.keys()].filter((term) => found.has(term)).length >= telling.terms,
  );
  return holding.length >= telling.share * members.length;
}

/** Lists the terms that several members contain and that are rare elsewhere; null with too few other documents to tell. */
export function listTellingTerms(
  members: readonly NormalisedDocument[],
  statistics: CorpusStatistics,
): ReadonlySet<string> | null {
  if (statistics.documents - members.length < Math.max(minOthers, members.length)) return null;
  const found = new Set<string>();
  for (const [term, count] of countDocumentsByTerm<string>(members.map(({ terms }) => terms.keys()))) {
    if (count < Math.min(2, members.length)) continue;
    const everywhere = statistics.countDocuments(term);
    const ratio = computeLogFrequencyRatio(count, members.length, everywhere, statistics.documents);
    if (ratio >= minTellingRatio) found.add(term);
  }
  return found;
}

/**
 * Returns the logarithm of a term's frequency among members divided by its frequency among other documents. Half a
 * document is added to the others, so that the ratio stays finite.
 * @param inside number of members that contain the term
 * @param everywhere number of documents, including members, that contain the term
 */
export function computeLogFrequencyRatio(
  inside: number,
  members: number,
  everywhere: number,
  documents: number,
): number {
  const outside = Math.max(0, everywhere - inside);
  const others = Math.max(0, documents - members);
  return Math.log(inside / members / ((outside + 0.5) / (others + 1)));
}

/** Tells whether an identifier contains a word, as `EAI_AGAIN` contains `eai`, and `HostDown` contains `down`. */
function isPartOf(word: string, identifier: string): boolean {
  return (
    word.length < identifier.length &&
    /[^\p{L}]|\p{Ll}\p{Lu}/u.test(identifier) &&
    identifier.toLowerCase().includes(word.toLowerCase())
  );
}

function findSpelling(term: string, members: readonly NormalisedDocument[]): string {
  const spellings = members.map(({ surfaces }) => (surfaces.has(term) ? [surfaces.get(term) as string] : []));
  return countNames(spellings)[0]?.name ?? term;
}
