import { isBlameless } from '../../blameless/is-blameless.ts';
import { compareStrings } from '../../collections/compare-strings.ts';
import { extractOriginalTitle } from '../../text/extract-original-title.ts';
import { removeFailedSteps } from '../../text/failed-steps.ts';
import type { FailureDocument } from '../../text/failure-document.ts';
import { formatList } from '../../text/format.ts';
import { stem } from '../../text/stem.ts';
import { isNotGivenName } from './blameless-words.ts';
import { countNames } from './count-names.ts';
import { listDistinguishingTerms } from './distinguishing-terms.ts';
import {
  type ClauseSource,
  countSupport,
  failing,
  findSharedClause,
  findTypicalTitle,
  judgeTalk,
  maxNameLength,
  minSupport,
  type SharedClause,
  type SharedClauseInput,
} from './find-shared-clause.ts';
import { toComponentKey } from './list-component-names.ts';
import { readAccount } from './read-summary.ts';
import { ticketId } from './ticket-ids.ts';

export interface MechanismNames {
  /** A clause about the component, such as “Prometheus runs out of memory”; null without a component */
  readonly clause: string | null;
  readonly name: string;
  /** Whether the name alone says too little */
  readonly isGeneral: boolean;
}

export interface PatternNameInput extends SharedClauseInput {
  /** Names of the mechanism that at least half of the episodes state; null if they share none */
  readonly mechanism: MechanismNames | null;
  /** Names of the mechanism that describes the episodes best if they share none; null if there is no such mechanism */
  readonly likelyMechanism: MechanismNames | null;
  /** Finds the component that most members name, for a name without a mechanism; null if unknown */
  readonly findComponent: () => string | null;
}

const maxTextRead = 3_000;
const maxTitleRead = 500;
/** Maximum length of an alert, whose title is generated. Longer texts are reports, whose titles people chose. */
const reportLength = 1_000;

/**
 * Names a pattern, never by a person. Alerts, deployments and reverts are short, so that a clause that they share names
 * their pattern. A pattern of reports is named by a failing clause of most titles, the component and the mechanism that
 * most episodes state, the mechanism alone if it says enough, or a clause whose words most members share. Without any of
 * them, the name is the most typical title, the most frequent error, or a list of shared words.
 */
export function findPatternName(input: PatternNameInput): string {
  const { members, mechanism, likelyMechanism } = input;
  const reports = members.filter(({ kind, text }) => kind !== 'failed_deployment' && text.length > reportLength);
  const areReports = reports.length >= minSupport * members.length;
  const shared = findSharedClause(input, listSources, minSupport);
  const isFailing = shared !== null && failing.test(shared.written);
  const likely = likelyMechanism?.clause ?? (likelyMechanism?.isGeneral === false ? likelyMechanism.name : null);
  const isClear = shared !== null && (areReports ? shared.isTitle && isFailing : shared.isShared || isFailing);
  const name =
    nameDeployments(input, shared) ??
    (isClear ? shared.written : null) ??
    mechanism?.clause ??
    (mechanism?.isGeneral === false ? mechanism.name : null) ??
    (areReports ? likely : null) ??
    (isFailing || shared?.isTitle === true ? shared?.written : null) ??
    (areReports ? null : findFailingClause(input)) ??
    nameByTitle(input, minTitleSupport.full) ??
    likely ??
    nameByTitle(input, minTitleSupport.good) ??
    mechanism?.name ??
    nameByStatusCodes(input) ??
    nameByTitle(input, minTitleSupport.fair) ??
    nameByError(input) ??
    (findKind(input) === 'incident' ? nameByTitle(input, 0) : null) ??
    nameBySharedTerms(input) ??
    nameByTitle(input, 0) ??
    nameByKind(input);
  const isFromMechanism = name === mechanism?.name || name === mechanism?.clause || name === likely;
  return capitalise(areReports && !isFromMechanism ? addComponent(name, input) : name);
}

/** Names of up to this many words need the component, because they often lack what failed: “Elevated deployment errors”. */
const shortName = 4;

/** Adds the component to a short name of incidents that does not contain it. Titles of reports are often incomplete. */
function addComponent(name: string, { members, findComponent }: PatternNameInput): string {
  const areIncidents = members.every(({ kind = 'incident' }) => kind === 'incident');
  if (!areIncidents || name.includes(': ') || name.split(' ').length > shortName) return name;
  const component = findComponent();
  const known = new Set(name.split(/[\s_.-]+/u).map(toComponentKey));
  if (
    component === null ||
    toComponentKey(component)
      .split(' ')
      .some((word) => known.has(word))
  )
    return name;
  return `${component}: ${name}`;
}

/**
 * Names failed deployments by the mechanism, and by the error that most of them state: an error of a tool alone, such as
 * “operation error”, often says too little. Null for other failures, and without a mechanism.
 */
function nameDeployments({ members, mechanism }: PatternNameInput, error: SharedClause | null): string | null {
  if (mechanism === null || members.some(({ kind }) => kind !== 'failed_deployment')) return null;
  const name = mechanism.clause ?? mechanism.name;
  const full = error?.isShared === true ? `${name}: ${error.written}` : name;
  return full.length <= maxNameLength ? full : name;
}

/** Finds a clause that says what failed although few members share its words, as alerts put the same failure in many ways. */
function findFailingClause(input: PatternNameInput): string | null {
  const clause = findSharedClause(input, listSources, 0);
  return clause !== null && failing.test(clause.written) ? clause.written : null;
}

/** Finds the clause in alert titles and deployment statuses that best describes the symptom; null if there is none. */
export function findPatternSymptom(input: SharedClauseInput): string | null {
  const clause = findSharedClause(
    input,
    ({ title, text, kind }) =>
      kind === 'reverted_change'
        ? []
        : [{ text: kind === 'failed_deployment' ? text.slice(0, maxTextRead) : title.slice(0, maxTitleRead), fit: 1 }],
    minSupport,
  );
  return clause !== null && failing.test(clause.written) ? clause.written : null;
}

/**
 * Lists the texts from which a name may come. Omits the title of a failed deployment, which names a location. Prefers
 * other texts to the title of a reverted change, which states an intention.
 */
function listSources({ title, text, kind }: FailureDocument): ClauseSource[] {
  const beginning = readAccount({ text, kind });
  if (kind === 'failed_deployment')
    return [
      { text: findReason(title), fit: 1.3 },
      { text: removeFailedSteps(beginning), fit: 1 },
    ];
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

/** Returns the error in the title of a failed deployment, such as “Deployment of main failed: state is locked”. */
function findReason(title: string): string {
  const colon = title.indexOf(': ');
  return colon === -1 ? '' : title.slice(colon + 2, maxTitleRead);
}

function isWrapped(line: string): boolean {
  return extractOriginalTitle(line.trim()) !== line.trim();
}

/** Minimum share of the informative words of a title that half of the members must contain in their summaries */
const minTitleSupport = { full: 1, good: 0.75, fair: 0.5 };

/**
 * Names a pattern by its most typical title. Says of reverted changes that they were reverted.
 * @param support minimum share of the informative words of the title that half of the members must contain
 */
function nameByTitle(input: PatternNameInput, support: number): string | null {
  const title = findTypicalTitle(input, support);
  const areReverts = input.members.every(({ kind }) => kind === 'reverted_change');
  return title !== null && areReverts && !/^revert/iu.test(title) ? `Reverted: ${title}` : title;
}

/** Names the component with the HTTP errors that at least half of the members mention, whatever their codes. */
function nameByStatusCodes({ members, normalised, findComponent }: PatternNameInput): string | null {
  const codes = normalised.map(({ signature }) =>
    signature.flatMap((name) => /^http ([45]\d\d)$/u.exec(name)?.[1] ?? []),
  );
  if (codes.filter((own) => own.length > 0).length < countSupport(members.length)) return null;
  const component = findComponent();
  const most = countNames(codes)
    .map(({ name }) => name)
    .slice(0, maxTerms)
    .sort(compareStrings);
  return component === null ? null : `${component}: HTTP errors ${formatList(most)}`;
}

function nameByError({ members, normalised }: PatternNameInput): string | null {
  // A status code alone says too little about a failure.
  const [error] = countNames(
    normalised.map(({ signature }) => signature.filter((name) => !/^http \d/u.test(name) && !ticketId.test(name))),
    countSupport(members.length),
  );
  if (error === undefined) return null;
  const service = findService(members);
  return service === null ? error.name : `${error.name} in ${service}`;
}

/** Returns the service of at least half of the members; null without such a service. */
function findService(members: readonly FailureDocument[]): string | null {
  const services = members.map((member) => member.services ?? []);
  return countNames(services, countSupport(members.length))[0]?.name ?? null;
}

const kindLabels = {
  incident: 'incidents',
  failed_deployment: 'failed deployments',
  reverted_change: 'reverted changes',
} as const;
const maxTerms = 3;

/** Lists words of titles that most members share and other failures do not, after the component or the kind. */
function nameBySharedTerms(input: PatternNameInput): string | null {
  const where = findPlace(input);
  const kind = findKind(input);
  const terms = listSharedTitleTerms(input)
    .filter((term) => where?.toLowerCase().includes(term.toLowerCase()) !== true)
    .slice(0, maxTerms);
  if (kind === 'reverted_change' && where !== null) return `Reverted changes: ${[where, ...terms].join(', ')}`;
  if (terms.length === 0) return null;
  return `${where ?? (kind === null ? 'Failures' : capitalise(kindLabels[kind]))}: ${terms.join(', ')}`;
}

function nameByKind(input: PatternNameInput): string {
  const where = findPlace(input);
  const kind = findKind(input);
  const what = kind === null ? 'failures' : kindLabels[kind];
  return where === null ? `Similar ${what}` : `${where}: ${what}`;
}

function findPlace({ members, findComponent }: PatternNameInput): string | null {
  return findComponent() ?? findService(members);
}

/** Returns the kind of all members; null if they differ. */
function findKind({ members }: PatternNameInput): keyof typeof kindLabels | null {
  const kinds = new Set(members.map(({ kind = 'incident' }) => kind));
  const [kind = null] = kinds;
  return kinds.size === 1 ? kind : null;
}

function listSharedTitleTerms({ members, normalised, statistics, summaryShareOf }: PatternNameInput): string[] {
  const titles = members
    .map(({ title }) => extractOriginalTitle(title))
    .filter(isBlameless)
    .join('\n')
    .toLowerCase();
  return listDistinguishingTerms(normalised, statistics, maxTerms * 4).filter((term) => {
    const lower = term.toLowerCase();
    const count = summaryShareOf(stem(lower)) * members.length;
    return (
      count >= countSupport(members.length) &&
      /^\p{L}[\p{L}-]+$/u.test(term) &&
      titles.includes(lower) &&
      judgeTalk(term) === 1 &&
      isNotGivenName(lower)
    );
  });
}

function capitalise(name: string): string {
  return /^\p{Ll}+(?:\s|$)/u.test(name) ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}
