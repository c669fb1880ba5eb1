import { compareStrings } from '../../collections/compare-strings.ts';
import { readSentencesWithSignals } from '../../extraction/report-passages.ts';
import { extractOriginalTitle } from '../../text/extract-original-title.ts';
import type { FailureDocument, NormalisedDocument } from '../../text/failure-document.ts';
import { placeholderPattern } from '../../text/mask.ts';
import { stem } from '../../text/stem.ts';
import { listTokens } from '../../text/tokens.ts';
import { chooseBlamelessText } from './blameless-words.ts';
import { stripStatusPageOpening } from './clauses.ts';
import { countNames } from './count-names.ts';
import {
  type ClauseSource,
  createTermWeights,
  failing,
  findSharedClause,
  judgeTalk,
  maxNameLength,
  minSupport,
  type SharedClauseInput,
} from './find-shared-clause.ts';

export interface PatternNameInput extends SharedClauseInput {
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
  const clause = findSharedClause(input, listSources, areReports ? minSupport : 0);
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
export function findPatternSymptom(input: SharedClauseInput): string | null {
  const clause = findSharedClause(
    input,
    ({ title, text, kind }) =>
      kind === 'reverted_change'
        ? []
        : [{ text: kind === 'failed_deployment' ? text.slice(0, maxTextRead) : title.slice(0, maxTitleRead), fit: 1 }],
    0,
  );
  return clause?.written ?? null;
}

/**
 * Lists the texts from which a name may come. Omits the title of a failed deployment, which names a location. Prefers
 * other texts to the title of a reverted change, which states an intention.
 */
function listSources({ title, text, kind }: FailureDocument): ClauseSource[] {
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
