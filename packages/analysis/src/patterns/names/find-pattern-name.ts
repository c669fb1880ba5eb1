import { compareStrings } from '../../collections/compare-strings.ts';
import { readSentencesWithSignals } from '../../extraction/report-passages.ts';
import { extractOriginalTitle } from '../../text/extract-original-title.ts';
import type { FailureDocument, NormalisedDocument } from '../../text/failure-document.ts';
import { placeholderPattern } from '../../text/mask.ts';
import { memoise } from '../../text/memoise.ts';
import { createNameRemover } from '../../text/names.ts';
import { stem } from '../../text/stem.ts';
import { listTokens } from '../../text/tokens.ts';
import type { CorpusStatistics } from '../similarity/corpus-statistics.ts';
import { chooseBlamelessText, isBlameless } from './blameless-words.ts';
import { type Clause, listClauses, stripStatusPageOpening } from './clauses.ts';
import { countNames } from './count-names.ts';
import { computeLogFrequencyRatio } from './distinguishing-terms.ts';

export interface PatternNameInput {
  /** Sorted by time, because a phrase is spelt as in the earliest member that has the phrase */
  readonly members: readonly FailureDocument[];
  readonly normalised: readonly NormalisedDocument[];
  readonly statistics: CorpusStatistics;
  /** Names of the mechanism that at least half of the episodes state; null if they share none */
  readonly mechanism: {
    /** A clause about the component, such as “Prometheus runs out of memory”; null without a component */
    readonly clause: string | null;
    readonly name: string;
    /** Whether the name alone says too little */
    readonly isGeneral: boolean;
  } | null;
}

const maxTextRead = 3_000;
const maxTitleRead = 500;
/** Maximum length of an alert, whose title is generated. Longer texts are reports, whose titles people chose. */
const reportLength = 1_000;
const maxNameLength = 80;
/** Minimum log ratio of a term in a name. Terms with a lower ratio hardly distinguish the members. */
const minContrast = 1;
/** Matches words that say that something went wrong. */
const failing =
  /\b(?:fail(?:s|ed|ing|ures?)?|errors?|expired?|expir(?:es|ing|y)|exhausted|full|missing|timed? ?outs?|timeouts?|locks?|locked|leaks?|leaking|lost|los[es]|loss|wrong|slow|stuck|denied|refused|rejected|broken?|breaks?|crash(?:es|ed|ing)?|killed|evicted|overloaded|unavailable|unreachable|down|stale|stalled|blocked|dropp?(?:s|ed|ing)?|corrupt(?:ed)?|duplicated?|twice|overlap(?:s|ped)?|exceed(?:s|ed)?|ran out|runs? out|used up|gone|never|cannot|could not|no longer|not|without|too (?:few|many|long|late|small|large)|deadlocks?|outage|degraded|degradation|unable|oom|problems?|spikes?|exhaustion|negated|delay(?:s|ed)?|lag(?:s|ged)?|late|invalid|incompatible|unknown|elevated|increased|latency)\b/iu;
/** Matches words of conversation and remediation, which do not describe a failure. */
const talk =
  /\b(?:i|i'm|im|me|my|we|our|us|you|your|he|she|they|someone|somebody|team|please|thanks?|thx|sorry|maybe|probably|sure|think|hope|paging|handover|closing|looking|checking|investigat\w+|apologi[sz]e|update|updates|ticket|standby|comms|cc|same as|see|reported|report|incident|postmortem|customers?|users?|stable|resolved|mitigated|recovering|recovered|reverted?|reverting|reverts|rolled back|roll back|back out|takes?|merged?|pull request|status|draft|overview|description|test plan|as of|currently|believes?|identified|beginning (?:at|on)|issues? (?:with|affecting)|appears? to be|contact|phone|self-resolved|reviews?|follow[- ]?up|not (?:impacted|affected)|do not|determined|recommend|provide|it|it's|cleanup)\b/iu;
/** Matches denials such as "no behaviour change expected" and "not a code bug". */
const denial =
  /^(?:not (?:an?|the|any|because|caused|related|due|during|in|on)\b|(?:no|nothing)\b.*\b(?:changes?|impact|effects?|actions?|risks?|expected|intended|needed|required|planned)$)/iu;
const digits = /\d/u;
/** Matches numbers with an optional unit, which differ between occurrences. */
const amount = /^\d[\d.,:]*(?:%|\/?\p{L}{1,4})?$/u;
/** Matches first words of change titles, such as "Raise", which state an intention and not a failure. */
const changeTitle =
  /^(?:add|adds|allow|bump|cache|chang|clean|configur|creat|default|delet|disabl|drop|enabl|extend|fix|harden|increas|introduc|limit|lower|mak|migrat|mov|new|pin|rais|reduc|refactor|remov|renam|replac|rework|roll|scal|serv|set|shorten|simplif|speed|split|spread|start|stop|stricter|switch|tighten|tun|turn|unif|updat|upgrad|us|writ)(?:e|es|ed|s|d|y|ies|ing|ped|ping|ting)?\b/iu;

interface Candidate {
  readonly clause: Clause;
  /** Number of members that contain the clause */
  count: number;
  /** Number of members whose titles contain the clause */
  titles: number;
  /** How suitable the text of the clause is as a source of names; the highest value if there are several texts */
  fit: number;
}

/**
 * Names a pattern, never by a person. Alerts, deployments and reverts are short, so that a clause that they share names
 * their pattern. Otherwise the name is a clause of most titles, the component and the mechanism that most episodes state,
 * the mechanism alone if it says enough, or a failing clause whose words most members share. Without any of them, it is
 * the most frequent error, or the most typical title.
 */
export function findPatternName(input: PatternNameInput): string {
  const { members, normalised, mechanism } = input;
  const reports = members.filter(({ kind, text }) => kind !== 'failed_deployment' && text.length > reportLength);
  const areReports = reports.length >= minSupport * members.length;
  const clause = findClause(input, listSources, areReports ? minSupport : 0);
  const isClear = clause !== null && (!areReports || clause.isTitle);
  const name =
    (isClear ? clause.written : null) ??
    mechanism?.clause ??
    (mechanism?.isGeneral === false ? mechanism.name : null) ??
    (clause !== null && failing.test(clause.written) ? clause.written : null) ??
    mechanism?.name ??
    clause?.written ??
    nameByError(members, normalised) ??
    nameByTitle(normalised, createTermWeights(normalised, input.statistics));
  return capitalise(name);
}

/** Finds the clause in alert titles and deployment statuses that best describes the symptom; null if there is none. */
export function findPatternSymptom(input: Omit<PatternNameInput, 'mechanism'>): string | null {
  const clause = findClause(
    input,
    ({ title, text, kind }) =>
      kind === 'reverted_change'
        ? []
        : [{ text: kind === 'failed_deployment' ? text.slice(0, maxTextRead) : title.slice(0, maxTitleRead), fit: 1 }],
    0,
  );
  return clause?.written ?? null;
}

/** Minimum share of the members that contain each informative word of a name. */
const minSupport = 0.5;

const nameGap = ' | ';
/** Matches words such as "is unavailable", before which the service name must remain, because they need a subject. */
const predicate =
  /^(?:can|cannot|could|is|are|was|were|has|have|had|does|did|will|would|may|might|should|must|no|never|not|needs?|expects?|thinks?|experienc\p{L}*|faced|unable)\b/iu;

/** Removes a service name from the start or end of a clause, but not from the middle. */
function trimName(clause: Clause, removeNames: (text: string) => string): Clause {
  const parts = removeNames(clause.written)
    .split(nameGap.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  const [only = ''] = parts;
  return parts.length === 1 && !predicate.test(only.trim()) ? (listClauses(only)[0] ?? clause) : clause;
}

interface Source {
  readonly text: string;
  readonly fit: number;
  readonly isTitle?: boolean;
}

/** Matches clauses that state a circumstance, such as “after a quota change”, a request, or a part of a sentence. */
const beginsWithoutSubject =
  /^(?:after|before|during|following|since|until|due|because|despite|without|via|per|against|\p{Ll}+ing|please|follow|move|utilize|use|try|consider|ensure|check|retry|contact|make|see|we|our|there|an? result|this|that|these|those|it|they)\b|^[\p{Ll}\d]+\/\S/iu;

interface FoundClause {
  readonly written: string;
  /** Whether the titles of at least half of the members contain the clause. */
  readonly isTitle: boolean;
}

/** @param support minimum share of the members that contain each informative word of the clause */
function findClause(
  { members, normalised, statistics }: Omit<PatternNameInput, 'mechanism'>,
  list: (member: FailureDocument) => readonly Source[],
  support: number,
): FoundClause | null {
  const weigh = createTermWeights(normalised, statistics);
  const removeNames = createNameRemover(
    members.flatMap(({ services, repository }) => [...(services ?? []), ...(repository?.split('/').slice(-1) ?? [])]),
    nameGap,
  );
  const shareOf = memoise(
    (term: string) => normalised.filter(({ terms }) => terms.has(term)).length / Math.max(1, normalised.length),
  );
  const isSupported = ({ terms, isCut, written }: Clause) =>
    !isCut && !beginsWithoutSubject.test(written) && terms.every((term) => shareOf(term) >= support);
  const candidates = new Map<string, Candidate>();
  for (const member of members) {
    const own = new Map<string, { clause: Clause; fit: number; isTitle: boolean }>();
    for (const { text, fit, isTitle = false } of list(member)) {
      for (const found of listClauses(text)) {
        const clause = trimName(found, removeNames);
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
  const best = [...candidates.values()]
    .filter(({ clause }) => clause.written.length <= maxNameLength && hasTwoWords(removeNames(clause.written)))
    .filter(({ clause }) => support === 0 || isSupported(clause))
    .map((candidate) => ({
      candidate,
      score:
        score(candidate, members.length, weigh) *
        (removeNames(candidate.clause.written) === candidate.clause.written ? 1 : 0.6),
    }))
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score || compareStrings(a.candidate.clause.key, b.candidate.clause.key))
    .find(({ candidate }) => isBlameless(candidate.clause.written));
  if (best === undefined) return null;
  const isTitle = best.candidate.titles >= Math.max(2, minSupport * members.length);
  return { written: best.candidate.clause.written, isTitle };
}

/**
 * Lists the texts from which a name may come. Omits the title of a failed deployment, which names a location. Prefers
 * other texts to the title of a reverted change, which states an intention.
 */
function listSources({ title, text, kind }: FailureDocument): Source[] {
  const beginning = kind === 'incident' ? readAccount(text) : text.slice(0, maxTextRead);
  if (kind === 'failed_deployment') return [{ text: beginning, fit: 1 }];
  const unwrapped = extractOriginalTitle(title.slice(0, maxTitleRead));
  if (kind !== 'reverted_change')
    return [
      { text: unwrapped, fit: text.length > reportLength ? 2 : 1.3, isTitle: true },
      { text: beginning, fit: 1 },
    ];
  const lines = beginning
    .split('\n')
    .filter((line) => extractOriginalTitle(line.trim()) !== unwrapped && !isWrapped(line));
  return [
    { text: lines.join('\n'), fit: 1 },
    { text: unwrapped, fit: 0.3, isTitle: true },
  ];
}

const notAboutTheFailure = ['inPlans', 'planned', 'inResolution', 'communicated', 'asked'] as const;

/** Returns the beginning of an incident's text without timeline, resolution, plans and lessons. */
function readAccount(text: string): string {
  return readSentencesWithSignals(text.slice(0, 2 * maxTextRead))
    .filter(({ isTimed, signals }) => !isTimed && !notAboutTheFailure.some((name) => name in signals))
    .map((sentence) => sentence.text)
    .join('\n')
    .slice(0, maxTextRead);
}

function isWrapped(line: string): boolean {
  return extractOriginalTitle(line.trim()) !== line.trim();
}

/** Weighs a term by the share of members that contain the term, times its contrast with other failures. */
function createTermWeights(
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
  if (denial.test(clause.written)) return 0;
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
    (changeTitle.test(clause.written) ? 0.4 : 1) *
    (clause.isCut ? 0.4 : 1) *
    (failing.test(clause.written) ? 3.5 : 1) *
    judgeTalk(clause.written)
  );
}

function judgeTalk(written: string): number {
  if (!talk.test(written)) return 1;
  return failing.test(written) ? 0.25 : 0;
}

function hasTwoWords(text: string): boolean {
  return (text.match(/\p{L}{3,}/gu) ?? []).length > 1;
}

function nameByError(members: readonly FailureDocument[], normalised: readonly NormalisedDocument[]): string | null {
  // A status code alone says too little about a failure.
  const error = mostFrequent(normalised.map(({ signature }) => signature.filter((name) => !/^http \d/u.test(name))));
  if (error === null) return null;
  const service = mostFrequent(members.map(({ services }) => services ?? []));
  return service === null ? error : `${error} in ${service}`;
}

/** Returns the name that occurs in most lists; null if no name occurs in two lists. */
function mostFrequent(lists: readonly (readonly string[])[]): string | null {
  return countNames(lists, Math.min(2, lists.length))[0]?.name ?? null;
}

/** Returns the title with the most words that members share, cut to the maximum length of a name. */
function nameByTitle(normalised: readonly NormalisedDocument[], weigh: (term: string) => number): string {
  const titles = normalised
    .map(({ masked }) =>
      (extractOriginalTitle(masked.title) || masked.text.slice(0, 2 * maxNameLength)).replace(placeholderPattern, ' '),
    )
    .map((title) => stripStatusPageOpening(title.replace(/\s+/gu, ' ').trim()))
    .filter((title) => title !== '')
    .map((title) => ({ title, weight: weighTitle(title, weigh) }))
    .sort((a, b) => b.weight - a.weight || a.title.length - b.title.length || compareStrings(a.title, b.title))
    .map(({ title }) => title);
  if (titles.length === 0) return 'Failures without a title';
  const line = chooseBlamelessText(titles);
  if (line === null) return 'Similar failures';
  if (line.length <= maxNameLength) return line;
  const cut = line.slice(0, maxNameLength - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), maxNameLength / 2)).trimEnd()}…`;
}

/** Weighs a title by its words that members share. Long titles, and words of conversation, reduce the weight. */
function weighTitle(title: string, weigh: (term: string) => number): number {
  const shared = listTitleTerms(title).reduce((sum, term) => sum + weigh(term), 0);
  return (shared * judgeTalk(title)) / (title.split(' ').length + 4);
}

function listTitleTerms(title: string): string[] {
  return [...new Set(listTokens(title).flatMap(({ value, kind }) => (kind === 'word' ? [stem(value)] : [])))];
}

function capitalise(name: string): string {
  return /^\p{Ll}+(?:\s|$)/u.test(name) ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}
