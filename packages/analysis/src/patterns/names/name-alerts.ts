import { readClause } from './clauses.ts';
import {
  findSharedClause,
  isChangeTitle,
  minSupport,
  type SharedClause,
  type SharedClauseInput,
} from './find-shared-clause.ts';
import { failing } from './is-name-like.ts';
import { listAlertSources, listSymptomSources } from './list-name-sources.ts';
import {
  areMostlyReports,
  chooseFitting,
  listStems,
  type MechanismNames,
  minTitleSupport,
  nameByAgreement,
  nameByError,
  nameByTitle,
  nameWithPlaces,
  type PatternNameInput,
} from './name-parts.ts';

/** A clause that says how a failure shows. */
export interface StatedSymptom {
  readonly written: string;
  /** The failures whose texts contain its words */
  readonly failureIds: readonly string[];
}

/** Names alerts and failed deployments, whose short texts say the same failure in many ways. */
export function nameAlerts(input: PatternNameInput): string | null {
  const { mechanism, likelyMechanism, places = null } = input;
  const symptom = findSharedSymptom(input);
  const clause = findSharedClause(input, listSymptomSources, 0);
  const isFailing = clause !== null && failing.test(clause.written);
  const known = clause?.isKnown === true && isWhole(clause.written) ? clause : null;
  const failure = isFailing ? joinClauses(clause) : null;
  return (
    nameByMechanismAndFailure(mechanism, symptom, places) ??
    nameLikelyMechanismAndFailure(likelyMechanism, symptom, places) ??
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
const minSymptomHolders = { share: 1 / 2, members: 2 };
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
function nameLikelyMechanismAndFailure(
  likely: MechanismNames | null,
  clause: SharedClause | null,
  places: string | null,
): string | null {
  if (likely === null) return null;
  const [name, inSentence] = [`${likely.name} (likely)`, `${likely.inSentence} (likely)`];
  return nameByMechanismAndFailure({ ...likely, clause: null, name, inSentence }, clause, places);
}

/** Joins two clauses of which the first says what fails. Omits a first clause that states no failure. */
function joinClauses({ written, other }: SharedClause): string {
  if (other === null) return written;
  return failing.test(written) ? chooseFitting(`${written}: ${other}`, written) : other;
}

/** Names a pattern by its mechanism and a clause that says more; by the clause if it says the same in other words. */
function nameByMechanismAndFailure(
  mechanism: MechanismNames | null,
  clause: SharedClause | null,
  places: string | null,
): string | null {
  if (mechanism === null) return null;
  const name = nameWithPlaces(mechanism, clause === null ? places : null);
  if (clause === null) return name;
  const [first, second] = orderByPlainness(clause);
  const [ofClause, ofName] = [listStems(first), listStems(mechanism.name)];
  if (mechanism.clause === null && ofName.every((one) => ofClause.includes(one))) return first;
  const repeated = ofClause.filter((one) => ofName.includes(one));
  if (2 * repeated.length >= ofClause.length) return nameWithPlaces(mechanism, places);
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
