import type { AgreedFailure } from './find-agreed-failure.ts';
import { findSharedClause, minSupport, type SharedClause } from './find-shared-clause.ts';
import { failing } from './is-name-like.ts';
import { listSources } from './list-name-sources.ts';
import { nameAlerts } from './name-alerts.ts';
import {
  areMostlyReports,
  chooseFitting,
  findKind,
  findService,
  kindLabels,
  listStems,
  type MechanismNames,
  minTitleSupport,
  nameByAgreement,
  nameByError,
  nameByTitle,
  nameWithPlaces,
  type PatternNameInput,
  writeAgreed,
} from './name-parts.ts';

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
  const { mechanism, likelyMechanism, agreed, places = null } = input;
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
    nameLikelyMechanism(likelyMechanism, places) ??
    nameByTitle(input, minTitleSupport.good) ??
    (mechanism && nameWithPlaces({ ...mechanism, clause: null }, places)) ??
    (areIncidents && areReports ? null : nameByError(input)) ??
    nameReverts(input) ??
    (areIncidents ? nameIncidents(input, shared) : null)
  );
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

function nameLikelyMechanism(likely: MechanismNames | null, places: string | null): string | null {
  if (likely === null) return null;
  return likely.clause === null && likely.isGeneral ? null : nameWithPlaces(likely, places);
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

function capitalise(name: string): string {
  return /^\p{Ll}+(?:[\s:]|$)/u.test(name) ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}
