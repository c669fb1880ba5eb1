import type { NormalisedDocument } from '../../text/document.ts';
import type { CorpusStatistics } from '../similarity/corpus-statistics.ts';

const minTermLength = 3;
/** Addresses, numbers and what looks drawn by chance: they tell occurrences apart, not what happened. */
const unreadable = /\/|\d{4}|^[\d.:-]+$|\d[\p{L}]+\d/u;
/** Stems of how changes are handled, and of forms: they say nothing of what failed. */
const handling = new Set(
  'revert merg pull request commit branch rebas rollback roll repo repositori pr ref checklist ticket deploi deploy main master environ titl'.split(
    ' ',
  ),
);

/**
 * The terms that tell a set of documents from all others, strongest first, as people wrote them: the share of the
 * members that say it, times the log of how many times more often they say it than the rest.
 * A term that only one of several members says is left out.
 * @param statistics over all documents, the members among them
 */
export function listDistinguishingTerms(
  members: readonly NormalisedDocument[],
  statistics: CorpusStatistics,
  limit: number,
): string[] {
  const inside = new Map<string, number>();
  for (const { terms } of members) for (const term of terms.keys()) inside.set(term, (inside.get(term) ?? 0) + 1);
  const least = Math.min(2, members.length);
  const scored: { term: string; score: number }[] = [];
  for (const [term, count] of inside) {
    if (count < least || term.length < minTermLength || unreadable.test(term) || handling.has(term)) continue;
    const score =
      (count / members.length) * contrast(count, members.length, statistics.countDocuments(term), statistics.documents);
    if (score > 0) scored.push({ term, score });
  }
  scored.sort((a, b) => b.score - a.score || (a.term < b.term ? -1 : 1));
  const surfaces = [...new Set(scored.slice(0, 3 * limit).map(({ term }) => readSurface(term, members)))];
  return surfaces.filter((surface) => !surfaces.some((other) => isPartOf(surface, other))).slice(0, limit);
}

/**
 * Log of how many times more often members say a term than other documents do; half a document is added to the others,
 * so that what only members say does not count without limit.
 * @param inside members that say it, of `members`
 * @param everywhere documents that say it, of `documents`, members among them
 */
export function contrast(inside: number, members: number, everywhere: number, documents: number): number {
  const outside = Math.max(0, everywhere - inside);
  const others = Math.max(0, documents - members);
  return Math.log(inside / members / ((outside + 0.5) / (others + 1)));
}

/** Whether a word is a piece of an identifier: `eai` of `EAI_AGAIN`, `looping` of `KubePodCrashLooping`. */
function isPartOf(word: string, identifier: string): boolean {
  return (
    word.length < identifier.length &&
    /[^\p{L}]|\p{Ll}\p{Lu}/u.test(identifier) &&
    identifier.toLowerCase().includes(word.toLowerCase())
  );
}

/** How most members write a term; the first by alphabet where several are as frequent. */
function readSurface(term: string, members: readonly NormalisedDocument[]): string {
  const counts = new Map<string, number>();
  for (const { surfaces } of members) {
    const surface = surfaces.get(term);
    if (surface !== undefined) counts.set(surface, (counts.get(surface) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return best?.[0] ?? term;
}
