import { isBlameless } from '../../blameless/is-blameless.ts';
import { compareStrings } from '../../collections/compare-strings.ts';
import { extractOriginalTitle } from '../../text/extract-original-title.ts';
import type { FailureDocument, NormalisedDocument } from '../../text/failure-document.ts';
import { memoise } from '../../text/memoise.ts';
import { createNameRemover } from '../../text/names.ts';
import { stem } from '../../text/stem.ts';
import { listTokens } from '../../text/tokens.ts';
import type { CorpusStatistics } from '../similarity/corpus-statistics.ts';
import { chooseBlamelessText } from './blameless-words.ts';
import { type Clause, listClauses, readClause, removeDetails, stripStatusPageOpening } from './clauses.ts';
import { computeLogFrequencyRatio } from './distinguishing-terms.ts';
import { failing, isNameLike } from './is-name-like.ts';
import { readSummary } from './read-summary.ts';
import { leadingTicketId } from './ticket-ids.ts';

export interface SharedClauseInput {
  /** Sorted by time, because a phrase is spelt as in the earliest member that has the phrase */
  readonly members: readonly FailureDocument[];
  readonly normalised: readonly NormalisedDocument[];
  readonly statistics: CorpusStatistics;
  /** Returns the share of the members whose titles or summaries contain a stem. */
  readonly summaryShareOf: (term: string) => number;
}

/** A text of a member from which a name may come. */
export interface ClauseSource {
  readonly text: string;
  /** How suitable the text is as a source of names; above 0 */
  readonly fit: number;
  readonly isTitle?: boolean;
}

export interface SharedClause {
  readonly written: string;
  /** Another clause of several members that shares no word with this one; null if there is none */
  readonly other: string | null;
  /** Whether the titles of at least half of the members contain the clause. */
  readonly isTitle: boolean;
  /** Whether at least half of the members contain the clause itself, and not only its words. */
  readonly isShared: boolean;
  /** Whether enough members contain the clause that it is no detail of one of them. */
  readonly isKnown: boolean;
}

export const maxNameLength = 80;
/** Minimum share of the members that contain each informative word of a name. */
export const minSupport = 0.5;
/** Minimum log ratio of a term in a name. Terms with a lower ratio hardly distinguish the members. */
const minContrast = 1;
/** Returns the number of members that must share a part of a name: at least half, and two if there are two. */
export function countSupport(members: number): number {
  return Math.max(Math.min(2, members), Math.ceil(minSupport * members));
}

/** Returns the number that is more than half: a name must not say that all fail of what only half have. */
export function countMajority(all: number): number {
  return Math.floor(all / 2) + 1;
}

/** Matches words of conversation and remediation, which do not describe a failure. */
const talk =
  /\b(?:i|i'm|im|me|my|we|our|us|you|your|he|she|they|someone|somebody|team|please|thanks?|thx|sorry|maybe|probably|sure|think|hope|paging|handover|closing|looking|checking|investigat\w+|apologi[sz]e|update|updates|ticket|standby|comms|cc|same as|see|reported|report|incident|postmortem|customers?|users?|stable|resolved|mitigat(?:ed|ion)|in progress|recovering|recovered|reverted?|reverting|reverts|rolled back|roll back|back out|takes?|merged?|pull request|status|draft|overview|description|test plan|as of|currently|believes?|identified|beginning (?:at|on)|issues? (?:with|affecting)|appears? to be|contact|phone|self-resolved|reviews?|follow[- ]?up|not (?:impacted|affected)|do not|determined|recommend|provide|it|it's|cleanup|noticed|bisected|spotted|(?<!\b(?:not|none|be|no|is|was|were|are) )found)\b/iu;
const digits = /\d/u;
/** Matches numbers with an optional unit, which differ between occurrences. */
const amount = /^\d[\d.,:]*(?:%|\/?\p{L}{1,4})?$/u;
/** Matches first words of change titles, such as "Raise", which state an intention and not a failure. */
const changeTitle =
  /^(?:add|adds|allow|bump|cache|chang|clean|configur|creat|default|delet|disabl|drop|enabl|extend|fix|harden|increas|introduc|limit|lower|mak|migrat|mov|new|pin|rais|reduc|refactor|remov|renam|replac|rework|roll|scal|serv|set|shorten|simplif|speed|split|spread|start|stop|stricter|switch|tighten|tun|turn|unif|updat|upgrad|us|writ)(?:e|es|ed|s|d|y|ies|ing|ped|ping|ting)?\b/iu;

/** Returns whether a text states an intended change, as the title of a commit does. */
export function isChangeTitle(text: string): boolean {
  return changeTitle.test(text);
}

const nameGap = ' | ';
/** Matches words such as "is unavailable", before which the service name must remain, because they need a subject. */
const predicate =
  /^(?:can|cannot|could|is|are|was|were|has|have|had|does|did|will|would|may|might|should|must|no|never|not|needs?|expects?|thinks?|experienc\p{L}*|faced|unable)\b/iu;

interface Candidate {
  readonly clause: Clause;
  /** Number of members that contain the clause */
  count: number;
  /** Number of members whose titles contain the clause */
  titles: number;
  /** How suitable the text of the clause is as a source of names; the highest value if there are several texts */
  fit: number;
}

interface RatedCandidate extends Candidate {
  readonly score: number;
}

/**
 * Finds the clause that best says what failed in the texts of the members; null if no clause says so without blame.
 * @param list lists the texts of a member that are searched
 * @param support minimum share of the members that contain each informative word of the clause
 * @param minHolders minimum share of the members that contain all informative words of the clause; at least half if it names a
 * service or repository
 */
export function findSharedClause(
  { members, normalised, statistics, summaryShareOf }: SharedClauseInput,
  list: (member: FailureDocument) => readonly ClauseSource[],
  support: number,
  minHolders = 0,
): SharedClause | null {
  const weigh = createTermWeights(normalised, statistics);
  const removeNames = createNameRemover(
    members.flatMap(({ services, repository }) => [...(services ?? []), ...(repository?.split('/').slice(-1) ?? [])]),
    nameGap,
  );
  const needed = Math.max(Math.min(2, members.length), support * members.length);
  const isSupported = ({ terms }: Clause) => terms.every((term) => summaryShareOf(term) * members.length >= needed);
  const isKnown = createKnownTerms(normalised);
  const simplify = (clause: Clause) => {
    const trimmed = trimName(clause, removeNames);
    return support === 0 ? removeDetails(trimmed, isKnown) : trimmed;
  };
  const ranked = listCandidates(members, list, simplify)
    .filter(({ clause }) => clause.written.length <= maxNameLength && hasTwoWords(removeNames(clause.written)))
    .filter(({ clause }) => !clause.isCut && isNameLike(clause))
    .filter(({ clause }) => support === 0 || isSupported(clause))
    .map((candidate) => ({
      ...candidate,
      namesPlace: removeNames(candidate.clause.written) !== candidate.clause.written,
    }))
    .filter(({ clause, namesPlace }) => {
      const share = namesPlace ? Math.max(minHolders, minSupport) : minHolders;
      return share === 0 || countHolders(normalised, clause) >= share * members.length;
    })
    .map((candidate) => ({
      ...candidate,
      score: score(candidate, members.length, weigh) * (candidate.namesPlace ? 0.6 : 1),
    }))
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score || compareStrings(a.clause.key, b.clause.key));
  const best = ranked.find(({ clause }) => isBlameless(clause.written));
  if (best === undefined) return null;
  const isIn = (number: number) => number >= countSupport(members.length);
  return {
    written: best.clause.written,
    other: findOther(best, ranked, members.length),
    isTitle: isIn(best.titles),
    isShared: isIn(best.count),
    isKnown: best.count >= Math.max(2, minRepeated * members.length),
  };
}

/** Counts the members whose texts contain all informative words of a clause. */
function countHolders(normalised: readonly NormalisedDocument[], { terms: ofClause }: Clause): number {
  return normalised.filter(({ terms }) => ofClause.every((term) => terms.has(term))).length;
}

/** Minimum share of the members that contain a clause that states no failure */
const minRepeated = 0.1;
/** Minimum score of a second clause, relative to the first */
const minOtherScore = 0.2;

/** Finds a clause about a failure in other words that several members contain too. */
function findOther(best: RatedCandidate, ranked: readonly RatedCandidate[], members: number): string | null {
  const other = ranked.find(
    ({ clause, count, score: own }) =>
      own >= minOtherScore * best.score &&
      count >= Math.min(2, members) &&
      failing.test(clause.written) &&
      clause.terms.every((term) => !best.clause.terms.includes(term)) &&
      isBlameless(clause.written),
  );
  return other?.clause.written ?? null;
}

/**
 * Returns the title that says best what the members share; null if every title blames a person, says that the failure was
 * over, or has too many words that the other members lack.
 * @param support minimum share of the title's informative words that half of the members must contain in their summaries
 */
export function findTypicalTitle(
  { members, normalised, statistics, summaryShareOf }: SharedClauseInput,
  support: number,
): string | null {
  const weigh = createTermWeights(normalised, statistics);
  const isSupported = (term: string) => summaryShareOf(term) * members.length >= countSupport(members.length);
  const rated = members.flatMap(({ title }) => {
    const written = stripStatusPageOpening(
      extractOriginalTitle(title).replace(leadingTicketId, '').replace(/\s+/gu, ' ').trim(),
    );
    const clause = readClause(written);
    if (clause === null || written.length > maxNameLength || !isNameLike(clause)) return [];
    const supported = clause.terms.filter(isSupported);
    if (supported.length < Math.max(2, support * clause.terms.length)) return [];
    const weight = supported.reduce((sum, term) => sum + weigh(term), 0) * (failing.test(written) ? 3 : 1);
    return [{ written: clause.written, score: (weight * judgeTalk(written)) / (clause.words + 4) }];
  });
  const ranked = rated
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || compareStrings(a.written, b.written));
  return chooseBlamelessText(ranked.map(({ written }) => written));
}

/** Returns a function that computes the share of the members whose titles or summaries contain a stem. */
export function createSummaryShares(members: readonly FailureDocument[]): (term: string) => number {
  const summaries = members.map((member) => new Set(listTokens(readSummary(member)).map(({ value }) => stem(value))));
  return memoise((term) => summaries.filter((terms) => terms.has(term)).length / Math.max(1, members.length));
}

/** Minimum share of the members that contain a word of a name; words of fewer members are a detail. */
const minKnown = 0.3;

/** Returns a function that tells whether several members contain a term. */
function createKnownTerms(normalised: readonly NormalisedDocument[]): (term: string) => boolean {
  const needed = Math.max(2, minKnown * normalised.length);
  return memoise((term) => normalised.filter(({ terms }) => terms.has(term)).length >= needed);
}

/** Lists the clauses of all members, each with the number of members that contain it. */
function listCandidates(
  members: readonly FailureDocument[],
  list: (member: FailureDocument) => readonly ClauseSource[],
  simplify: (clause: Clause) => Clause,
): Candidate[] {
  const candidates = new Map<string, Candidate>();
  for (const member of members) {
    const own = new Map<string, { clause: Clause; fit: number; isTitle: boolean }>();
    for (const { text, fit, isTitle = false } of list(member)) {
      for (const found of listClauses(text)) {
        const clause = simplify(found);
        if (!own.has(clause.key)) own.set(clause.key, { clause, fit, isTitle });
      }
    }
    for (const [key, { clause, fit, isTitle }] of own) {
      const known = candidates.get(key);
      if (known === undefined) candidates.set(key, { clause, count: 1, titles: Number(isTitle), fit });
      else {
        known.count += 1;
        known.titles += Number(isTitle);
        known.fit = Math.max(known.fit, fit);
      }
    }
  }
  return [...candidates.values()];
}

/** Removes a service name from the start or end of a clause, but not from the middle. */
function trimName(clause: Clause, removeNames: (text: string) => string): Clause {
  const parts = removeNames(clause.written)
    .split(nameGap.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  const [only = ''] = parts;
  return parts.length === 1 && !predicate.test(only.trim()) ? (listClauses(only)[0] ?? clause) : clause;
}

/** Weighs a term by the share of members that contain the term, times its contrast with other failures. */
export function createTermWeights(
  normalised: readonly NormalisedDocument[],
  statistics: CorpusStatistics,
): (term: string) => number {
  return memoise((term) => {
    const inside = normalised.filter(({ terms }) => terms.has(term)).length;
    if (inside < Math.min(2, normalised.length)) return 0;
    const everywhere = statistics.countDocuments(term);
    const ratio = computeLogFrequencyRatio(inside, normalised.length, everywhere, statistics.documents);
    return (inside / normalised.length) * Math.max(0, ratio - minContrast);
  });
}

function score({ clause, count, fit }: Candidate, members: number, weigh: (term: string) => number): number {
  const weights = clause.terms.map(weigh).filter((weight) => weight > 0);
  if (weights.length < 2) return 0;
  const density = weights.reduce((sum, weight) => sum + weight, 0) / (clause.words + 4);
  const common = 1 + Math.log(1 + (4 * (count - 1)) / members);
  const words = clause.written.split(' ');
  const amounts = words.filter((word) => amount.test(word)).length;
  const numbered = words.filter((word) => digits.test(word)).length - amounts;
  return (
    density *
    common *
    fit *
    clause.plain *
    0.7 ** numbered *
    0.3 ** amounts *
    (clause.words < 3 ? 0.45 : 1) *
    (isChangeTitle(clause.written) ? 0.4 : 1) *
    (failing.test(clause.written) ? 3.5 : 1) *
    judgeTalk(clause.written)
  );
}

/** Returns a factor in [0, 1] that is lower for words of conversation and remediation. */
export function judgeTalk(written: string): number {
  if (!talk.test(written)) return 1;
  return failing.test(written) ? 0.25 : 0;
}

function hasTwoWords(text: string): boolean {
  return (text.match(/\p{L}{3,}/gu) ?? []).length > 1;
}
