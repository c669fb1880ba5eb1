import { isBlameless } from '../../blameless/is-blameless.ts';
import type { FailureDocument } from '../../text/failure-document.ts';
import { stem } from '../../text/stem.ts';
import { isStopWord } from '../../text/stop-words.ts';
import { listTokens } from '../../text/tokens.ts';
import { countNames } from './count-names.ts';
import { statesFailure } from './failing-predicates.ts';
import type { AgreedFailure } from './find-agreed-failure.ts';
import {
  countMajority,
  countSupport,
  findTypicalTitle,
  maxNameLength,
  minSupport,
  type SharedClauseInput,
} from './find-shared-clause.ts';
import { isReport } from './list-name-sources.ts';
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
  /** The one or two services of most episodes; null if they have more services */
  readonly places?: string | null;
  /** Finds the component that most members name, for a name without a mechanism; null if unknown */
  readonly findComponent: () => string | null;
}

export function areMostlyReports(members: readonly FailureDocument[]): boolean {
  return members.filter(isReport).length >= minSupport * members.length;
}

export function listStems(text: string): string[] {
  return listTokens(text).flatMap(({ value }) => (isStopWord(value) ? [] : [stem(value)]));
}

export function chooseFitting(full: string, short: string): string {
  return full.length <= maxNameLength ? full : short;
}

/**
 * Writes what the members agree on, with the component if the subject is a single word, such as “queries”, which does not
 * say whose they are.
 */
export function nameByAgreement({ agreed, findComponent }: PatternNameInput): string | null {
  const name = writeAgreed(agreed);
  if (agreed === null || name === null || agreed.subject.includes(' ')) return name;
  const component = findComponent() ?? agreed.place;
  if (component === null || component.toLowerCase().includes(agreed.subject.toLowerCase())) return name;
  return chooseFitting(`${component}: ${name}`, name);
}

/** Names a mechanism with its component, or with the services of most episodes: its name alone fits many patterns. */
export function nameWithPlaces({ clause, name, inSentence }: MechanismNames, places: string | null): string {
  return clause ?? (places === null ? name : chooseFitting(`${places}: ${inSentence}`, name));
}

export function writeAgreed(agreed: AgreedFailure | null): string | null {
  if (agreed === null || agreed.predicate === null) return null;
  const name = `${agreed.subject} ${agreed.predicate}`.trim();
  return isBlameless(name) ? name : null;
}

/** Minimum share of the informative words of a title that half of the members must contain in their summaries */
export const minTitleSupport = { full: 1, good: 0.75 };

/**
 * Names a pattern by its most typical title. Says of reverted changes that they were reverted. Any other title must
 * state a failure, and must not say only that something is degraded if most members say more.
 * @param support minimum share of the informative words of the title that half of the members must contain
 */
export function nameByTitle(input: PatternNameInput, support: number): string | null {
  const title = findTypicalTitle(input, support);
  const kind = findKind(input);
  if (title === null) return null;
  if (kind !== 'reverted_change' && !statesFailure(title, input.agreed?.isSpecific === true)) return null;
  return kind === 'reverted_change' && !/^revert/iu.test(title) ? `Reverted: ${title}` : title;
}

export function nameByError({ members, normalised }: PatternNameInput): string | null {
  // A status code alone says too little about a failure.
  const [error] = countNames(
    normalised.map(({ signature }) => signature.filter((name) => !/^http \d/u.test(name) && !ticketId.test(name))),
    countSupport(members.length),
  );
  if (error === undefined) return null;
  const service = findService(members);
  return service === null ? error.name : `${error.name} in ${service}`;
}

/** Returns the service of more than half of the members; null without such a service. */
export function findService(members: readonly FailureDocument[]): string | null {
  const services = members.map((member) => member.services ?? []);
  return countNames(services, countMajority(members.length))[0]?.name ?? null;
}

export const kindLabels = {
  incident: 'incidents',
  failed_deployment: 'failed deployments',
  reverted_change: 'reverted changes',
} as const;

/** Returns the kind of all members; null if they differ. */
export function findKind({ members }: PatternNameInput): keyof typeof kindLabels | null {
  const kinds = new Set(members.map(({ kind = 'incident' }) => kind));
  const [kind = null] = kinds;
  return kinds.size === 1 ? kind : null;
}
