import { isBlameless } from '../../blameless/is-blameless.ts';
import type { FailureDocument } from '../../text/failure-document.ts';
import { stem } from '../../text/stem.ts';
import { isStopWord } from '../../text/stop-words.ts';
import { listTokens } from '../../text/tokens.ts';
import { readClause } from './clauses.ts';
import { countNames } from './count-names.ts';
import { statesFailure } from './failing-predicates.ts';
import type { AgreedFailure } from './find-agreed-failure.ts';
import {
  countSupport,
  findSharedClause,
  findTypicalTitle,
  isChangeTitle,
  maxNameLength,
  minSupport,
  type SharedClause,
  type SharedClauseInput,
} from './find-shared-clause.ts';
import { failing } from './is-name-like.ts';
import { isReport, listAlertSources, listSources, listSymptomSources } from './list-name-sources.ts';
import { ticketId } from './ticket-ids.ts';

export interface MechanismNames {
  /** A clause about the component, such as “Prometheus runs out of memory”; null without a component */
  readonly clause: string | null;
  readonly name: string;
  /** The name for use within a sentence, such as “out of memory” */
  readonly inSentence: string;
  /** Whether the name alone says too little */
  readonly isGeneral: boolean;
}

export interface PatternNameInput extends SharedClauseInput {
  /** Names of the mechanism that at least half of the episodes state; null if they share none */
  readonly mechanism: MechanismNames | null;
  /** Names of the mechanism that describes the episodes best if they share none; null if there is no such mechanism */
  readonly likelyMechanism: MechanismNames | null;
  /** The failure that most members state; null if they name nothing in common */
  readonly agreed: AgreedFailure | null;
  /** Finds the component that most members name, for a name without a mechanism; null if unknown */
  readonly findComponent: () => string | null;
}

export interface PatternName {
  readonly name: string;
  /**
   * False if reports share no failure, so that the name only says where and of which kind they are. Always true for alerts
   * and deployments, because their texts are too short to tell.
   */
  readonly saysWhatFails: boolean;
}

/**
 * Names a pattern, never by a person. Reports and reverts are named by a clause that most titles contain, by the mechanism
 * that most episodes state, or by a title whose words most members share; otherwise incidents by what most members say
 * fails, and how. Alerts and failed deployments are named by their mechanism and the clause that best says what fails.
 */
export function findPatternName(input: PatternNameInput): PatternName {
  const areReports = areMostlyReports(input.members);
  const kind = findKind(input);
  const name = areReports || kind === 'reverted_change' ? nameTexts(input, areReports) : nameAlerts(input);
  return { name: capitalise(name ?? nameByKind(input)), saysWhatFails: name !== null || !areReports };
}

/** Names reports and reverts. */
function nameTexts(input: PatternNameInput, areReports: boolean): string | null {
  const { mechanism, likelyMechanism, agreed } = input;
  const areIncidents = findKind(input) === 'incident';
  const shared = findSharedClause(input, listSources, minSupport);
  const isClear = isClearName(shared, areReports);
  return (
    (isClear ? shared?.written : null) ??
    nameByMechanism(mechanism, agreed) ??
    (areReports ? (likelyMechanism?.clause ?? nameByMechanism(likelyMechanism, agreed)) : null) ??
    (shared?.isTitle === true ? shared.written : null) ??
    nameByTitle(input, minTitleSupport.full) ??
    (areIncidents && areReports ? nameIncidents(input, shared) : findFailingClause(input)) ??
    nameLikelyMechanism(likelyMechanism) ??
    nameByTitle(input, minTitleSupport.good) ??
    mechanism?.name ??
    (areIncidents && areReports ? null : nameByError(input)) ??
    nameReverts(input) ??
    (areIncidents ? nameIncidents(input, shared) : null)
  );
}

/** Names alerts and failed deployments, whose short texts say the same failure in many ways. */
function nameAlerts(input: PatternNameInput): string | null {
  const { mechanism, likelyMechanism } = input;
  const symptom = findSharedSymptom(input);
  const clause = findSharedClause(input, listSymptomSources, 0);
  const isFailing = clause !== null && failing.test(clause.written);
  const known = clause?.isKnown === true && isWhole(clause.written) ? clause : null;
  const failure = isFailing ? joinClauses(clause) : null;
  return (
    nameByMechanismAndFailure(mechanism, symptom) ??
    nameLikelyMechanismAndFailure(likelyMechanism, symptom) ??
    (likelyMechanism && writeLikely(likelyMechanism.name)) ??
    failure ??
    nameByTitle(input, minTitleSupport.full) ??
    nameByAgreement(input) ??
    (known === null ? null : joinClauses(known)) ??
    nameByError(input)
  );
}

/** Returns whether a clause that states no failure says enough: not a metric such as “origin rps”, and no intended change. */
function isWhole(written: string): boolean {
  return (readClause(written)?.words ?? 0) > 2 && !isChangeTitle(written);
}

/** Minimum share and number of the members that contain the words of a symptom that a name states beside the mechanism */
const minSymptomHolders = { share: 1 / 3, members: 2 };
/** Minimum share of ordinary words in a symptom; others are names of errors, which say less than the mechanism. */
const minPlain = 0.75;

/** Returns whether a clause consists of ordinary words. */
function isPlain(written: string): boolean {
  return (readClause(written)?.plain ?? 0) >= minPlain;
}

/** Finds a clause that says how a mechanism shows, and that is no detail of one or two members. */
function findSharedSymptom(input: SharedClauseInput): SharedClause | null {
  const { share, members } = minSymptomHolders;
  const needed = Math.max(share, Math.min(1, members / input.members.length));
  const clause = findSharedClause(input, listSymptomSources, 0, needed);
  if (clause === null || !isPlain(clause.written)) return null;
  return failing.test(clause.written) || clause.isShared ? clause : null;
}

/** Says in the name that the mechanism is only likely. */
function nameLikelyMechanismAndFailure(likely: MechanismNames | null, clause: SharedClause | null): string | null {
  if (likely === null || (likely.isGeneral && clause === null)) return null;
  const [name, inSentence] = [writeLikely(likely.name), writeLikely(likely.inSentence)];
  return nameByMechanismAndFailure({ ...likely, clause: null, name, inSentence }, clause);
}

function writeLikely(mechanism: string): string {
  return `${mechanism} (likely)`;
}

/** Joins two clauses of which the first says what fails. Omits a first clause that states no failure. */
function joinClauses({ written, other }: SharedClause): string {
  if (other === null) return written;
  return failing.test(written) ? chooseFitting(`${written}: ${other}`, written) : other;
}

/** Names a pattern by its mechanism and a clause that says more; by the clause if it says the same in other words. */
function nameByMechanismAndFailure(mechanism: MechanismNames | null, clause: SharedClause | null): string | null {
  if (mechanism === null) return null;
  const name = mechanism.clause ?? mechanism.name;
  if (clause === null) return name;
  const [first, second] = orderByPlainness(clause);
  const [ofClause, ofName] = [listStems(first), listStems(mechanism.name)];
  if (mechanism.clause === null && ofName.every((one) => ofClause.includes(one))) return first;
  const repeated = ofClause.filter((one) => ofName.includes(one));
  if (2 * repeated.length >= ofClause.length) return name;
  return chooseFitting(`${name}: ${first}`, second === null ? name : chooseFitting(`${name}: ${second}`, name));
}

/** A clause that has this much more ordinary words than another, as a share of all words, comes first. */
const clearlyPlainer = 0.25;

/** Puts a clause of ordinary words before an error in code. */
function orderByPlainness({ written, other }: SharedClause): readonly [string, string | null] {
  const plainness = (text: string) => readClause(text)?.plain ?? 0;
  return other !== null && plainness(other) >= plainness(written) + clearlyPlainer
    ? [other, written]
    : [written, other];
}

function listStems(text: string): string[] {
  return listTokens(text).flatMap(({ value }) => (isStopWord(value) ? [] : [stem(value)]));
}

function areMostlyReports(members: readonly FailureDocument[]): boolean {
  return members.filter(isReport).length >= minSupport * members.length;
}

/** Returns whether a clause names a pattern without further evidence. Clauses of reports often state a detail. */
function isClearName(shared: SharedClause | null, areReports: boolean): boolean {
  if (shared === null) return false;
  const isFailing = failing.test(shared.written);
  return areReports ? isFailing && shared.isTitle : isFailing || shared.isShared;
}

/** Names incidents by what fails and how. A failing clause says more than that something is degraded. */
function nameIncidents(input: PatternNameInput, shared: SharedClause | null): string | null {
  const agreedName = nameByAgreement(input);
  if (input.agreed?.isSpecific === true && agreedName !== null) return agreedName;
  if (shared !== null && failing.test(shared.written)) return shared.written;
  return agreedName ?? (shared?.isShared === true ? shared.written : null);
}

function nameLikelyMechanism(likely: MechanismNames | null): string | null {
  return likely?.clause ?? (likely?.isGeneral === false ? likely.name : null);
}

/**
 * Writes what the members agree on, with the component if the subject is a single word, such as “queries”, which does not
 * say whose they are.
 */
function nameByAgreement({ agreed, findComponent }: PatternNameInput): string | null {
  const name = writeAgreed(agreed);
  if (agreed === null || name === null || agreed.subject.includes(' ')) return name;
  const component = findComponent() ?? agreed.place;
  if (component === null || component.toLowerCase().includes(agreed.subject.toLowerCase())) return name;
  return chooseFitting(`${component}: ${name}`, name);
}

function chooseFitting(full: string, short: string): string {
  return full.length <= maxNameLength ? full : short;
}

function writeAgreed(agreed: AgreedFailure | null): string | null {
  if (agreed === null || agreed.predicate === null) return null;
  const name = `${agreed.subject} ${agreed.predicate}`.trim();
  return isBlameless(name) ? name : null;
}

/** Names a pattern by its mechanism, and by what fails if the members agree on it and the mechanism does not say it. */
function nameByMechanism(names: MechanismNames | null, agreed: AgreedFailure | null): string | null {
  if (names === null) return null;
  const isNamed = agreed !== null && isSaidBy(names.name, agreed);
  const failure = agreed?.isTogether === true && agreed.isSpecific && !isNamed ? writeAgreed(agreed) : null;
  const alone = names.clause ?? (names.isGeneral ? null : names.name);
  return failure === null ? alone : chooseFitting(`${failure}: ${names.inSentence}`, alone ?? failure);
}

/** Returns whether the name of a mechanism contains the subject, or at least half of its words are in the failure already. */
function isSaidBy(mechanism: string, agreed: AgreedFailure): boolean {
  const [ofName, ofFailure] = [listStems(mechanism), listStems(writeAgreed(agreed) ?? agreed.subject)];
  const shared = ofName.filter((one) => ofFailure.includes(one));
  return mechanism.toLowerCase().includes(agreed.subject.toLowerCase()) || 2 * shared.length >= ofName.length;
}

/** Finds a clause that says what failed although few members share its words, as alerts put the same failure in many ways. */
function findFailingClause(input: PatternNameInput): string | null {
  const clause = findSharedClause(input, listSources, 0);
  return clause !== null && failing.test(clause.written) ? clause.written : null;
}

/** A clause that says how a failure shows. */
export interface StatedSymptom {
  readonly written: string;
  /** The failures whose texts contain its words */
  readonly failureIds: readonly string[];
}

/** Returns the clause in the name of alerts or failed deployments with the failures that state it; null if the name has none. */
export function findNamedSymptom(input: SharedClauseInput, name: string): StatedSymptom | null {
  if (areMostlyReports(input.members)) return null;
  const named = name.toLowerCase();
  const clauses = [findSharedSymptom(input), findSharedClause(input, listSymptomSources, 0)];
  const [written] = clauses
    .flatMap((clause) => [clause?.written ?? '', clause?.other ?? ''])
    .filter((clause) => clause !== '' && named.includes(clause.toLowerCase()));
  const terms = written === undefined ? [] : (readClause(written)?.terms ?? []);
  if (written === undefined || terms.length === 0) return null;
  const stating = input.normalised.filter((document) => terms.every((term) => document.terms.has(term)));
  return { written, failureIds: stating.map(({ id }) => id) };
}

/**
 * Finds the clause in alert titles and deployment statuses that best describes the symptom; null if there is none. The title
 * of a report is no symptom of the others.
 */
export function findPatternSymptom(input: SharedClauseInput): string | null {
  if (areMostlyReports(input.members)) return null;
  const clause = findSharedClause(input, listAlertSources, minSupport);
  return clause !== null && failing.test(clause.written) ? clause.written : null;
}

/** Minimum share of the informative words of a title that half of the members must contain in their summaries */
const minTitleSupport = { full: 1, good: 0.75 };

/**
 * Names a pattern by its most typical title. Says of reverted changes that they were reverted. Any other title must
 * state a failure, and must not say only that something is degraded if most members say more.
 * @param support minimum share of the informative words of the title that half of the members must contain
 */
function nameByTitle(input: PatternNameInput, support: number): string | null {
  const title = findTypicalTitle(input, support);
  const kind = findKind(input);
  if (title === null) return null;
  if (kind !== 'reverted_change' && !statesFailure(title, input.agreed?.isSpecific === true)) return null;
  return kind === 'reverted_change' && !/^revert/iu.test(title) ? `Reverted: ${title}` : title;
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

/** Names reverted changes by what was changed, and by how it failed if most messages say so. */
function nameReverts(input: PatternNameInput): string | null {
  const { agreed } = input;
  if (agreed === null || findKind(input) !== 'reverted_change') return null;
  const failure = agreed.isSpecific && agreed.isTogether ? writeAgreed(agreed) : null;
  return failure === null ? `Reverted changes to ${agreed.subject}` : `Reverted changes: ${failure}`;
}

function nameByKind(input: PatternNameInput): string {
  const subject = input.agreed?.subject ?? null;
  const where = subject?.includes(' ') === true ? subject : (findPlace(input) ?? subject);
  const kind = findKind(input);
  const what = kind === null ? 'failures' : kindLabels[kind];
  return where === null ? `Similar ${what}` : `${where}: similar ${what}`;
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

function capitalise(name: string): string {
  return /^\p{Ll}+(?:[\s:]|$)/u.test(name) ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}
