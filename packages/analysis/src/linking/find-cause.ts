import { type Evidence, type Failure, hourInMs, minuteInMs } from '@refrain/domain';
import type { Affinity } from './affinity.ts';
import { type ChangeIndex, type Moment, momentsOf, type Unit } from './change-index.ts';
import { findFollowUp } from './follow-up.ts';
import type { NamedChange } from './named-changes.ts';
import type { RevertTimes } from './revert-index.ts';
import type { ServiceMentions } from './service-mentions.ts';
import { compareWords, wordsOf } from './words.ts';

export interface CauseCandidate {
  readonly unit: Unit;
  /** In [0, 1]. */
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

export interface CauseContext {
  readonly index: ChangeIndex;
  readonly affinities: readonly Affinity[];
  readonly mentions: ServiceMentions;
  readonly named: readonly NamedChange[];
  /** How much a word tells in a repository's texts. */
  readonly weigh: (repository: string, word: string) => number;
  readonly reverted: RevertTimes;
  /** What the incident's own words say for or against a change, in log-odds. */
  readonly wording: Wording;
}

/** The incident's own words on whether a change was at work. */
export interface Wording {
  /** The words that speak of a change; null where none do. */
  readonly saysChange: string | null;
  /** They tell of a reason that lies outside of what the organisation changes. */
  readonly saysOther: boolean;
}

const lookBack = 72 * hourInMs;
/** An alert can fire before the provider has written down the deployment that set it off. */
const clockSlack = 5 * minuteInMs;
/** A revert takes a while to go live, and an alert a while to fire. */
const revertSlack = 15 * minuteInMs;
const revertSpan = 48 * hourInMs;
const candidateLimit = 40;
/**
 * Log-odds of each sign. `base`: that a given change of no known bearing is the cause. `affinity` is given by a name
 * that fits wholly and `weakAffinity` by one that hardly does. `circumstance` is the most that place and time say
 * together: something is always going out somewhere near, so that being there is no more than an occasion. It takes a
 * third sign to call it the cause.
 */
const odds = {
  base: -5.2,
  circumstance: 4.5,
  affinity: 4,
  weakAffinity: 2,
  mentionedInPath: 2.8,
  mentionedInTitle: 2,
  words: 2.2,
  paths: 1.6,
  reference: 7,
  reverted: 3,
  /** The revert came within the hour before the incident ended. */
  endedIt: 1.5,
  /** Taken back well before the incident began: it was not there any more. */
  gone: -3,
  followUp: 2.4,
  failedDeployment: 1.2,
  saysChange: 0.9,
  saysOther: -1.6,
  elsewhere: -2.5,
};
/** Bounds of what nearness in time alone may say; a change that the incident names may lie further back. */
const timeBounds = { least: -3, leastNamed: -1, most: 3.5 };
const testEnvironment = /^(?:dev|development|test|testing|qa|staging|stage|preview|sandbox|review)/iu;

interface Sign {
  readonly signal: string;
  readonly detail: string;
  readonly value: number;
}

/** The changes that may have caused an incident, likeliest first. */
export function rankCauses(failure: Failure, context: CauseContext): readonly CauseCandidate[] {
  const at = Date.parse(failure.occurredAt);
  const from = at - lookBack;
  const to = at + clockSlack;
  const { index } = context;
  const names = wordsOf(failure.services.join(' '));
  const titleWords = wordsOf(`${failure.title} ${failure.services.join(' ')}`);
  const told = wordsOf(`${failure.title} ${failure.text} ${failure.paths.join(' ')}`);
  // A service's own name says where, which is a sign of its own.
  const words = new Set([...told].filter((word) => !names.has(word)));
  const near = context.affinities.flatMap(({ repository }) => index.between(repository, from, to, candidateLimit));
  const own = failure.repository === null ? [] : index.between(failure.repository, from, to, candidateLimit);
  const mentioning = failure.services.flatMap((service) =>
    context.mentions.between(service, from, to, candidateLimit),
  );
  const alike = index.withWords(titleWords, from, to, candidateLimit);
  const referred = context.named
    .flatMap(({ unit }) => momentsOf(unit))
    .filter((moment) => moment.at <= to && moment.at >= at - 10 * lookBack);
  const takenBack = context.reverted
    .between(at - revertSlack, at + revertSpan)
    .flatMap(momentsOf)
    .filter((moment) => moment.at >= from && moment.at <= to);
  const best = new Map<string, CauseCandidate>();
  for (const moment of new Set([...near, ...own, ...mentioning, ...alike, ...referred, ...takenBack])) {
    const candidate = weigh(failure, moment, at, words, context);
    const known = best.get(moment.unit.key);
    if (known === undefined || candidate.score > known.score) best.set(moment.unit.key, candidate);
  }
  return [...best.values()].sort((a, b) => b.score - a.score || (a.unit.key < b.unit.key ? -1 : 1));
}

function weigh(
  failure: Failure,
  { at: changedAt, change, unit }: Moment,
  at: number,
  words: ReadonlySet<string>,
  context: CauseContext,
): CauseCandidate {
  const named = context.named.find((entry) => entry.unit.key === unit.key);
  const hours = Math.max(0, at - changedAt) / hourInMs;
  const place = findPlace(failure, unit, context);
  const nearness = weighTime(hours, place?.rate ?? context.index.rateOf(null, changedAt));
  const time: Sign = {
    signal: 'time',
    detail: `${change.kind === 'deployment' ? `deployed to ${change.environment ?? 'an unnamed environment'}` : 'landed'} ${describeHours(hours)} before it began`,
    value: named === undefined ? nearness : Math.max(timeBounds.leastNamed, nearness),
  };
  const third = corroborate(failure, change, unit, at, words, named, context);
  const occasion = time.value + (place?.value ?? 0);
  const occasionShare = occasion > odds.circumstance ? odds.circumstance / occasion : 1;
  const signs = [
    { ...time, value: time.value * occasionShare },
    ...(place === null ? [] : [{ ...place, value: place.value * occasionShare }]),
    ...third,
  ];
  const isElsewhere =
    change.environment !== null &&
    change.environment !== failure.environment &&
    testEnvironment.test(change.environment);
  const total =
    odds.base +
    (isElsewhere ? odds.elsewhere : 0) +
    // Who names the change has thought of the other reasons.
    (context.wording.saysOther && named === undefined ? odds.saysOther : 0) +
    signs.reduce((sum, { value }) => sum + value, 0);
  const positive = signs.reduce((sum, { value }) => sum + Math.max(0, value), 0);
  const score = 1 / (1 + Math.exp(-total));
  return {
    unit,
    score: round(score),
    evidence: signs
      .filter(({ value }) => value > 0.1)
      .sort((a, b) => b.value - a.value)
      .map(({ signal, detail, value }) => ({ signal, detail, weight: round((score * value) / positive) })),
  };
}

/** What binds a change to where the incident is, and how often a change of that kind comes by, an hour. */
function findPlace(failure: Failure, unit: Unit, context: CauseContext): (Sign & { rate: number }) | null {
  const rate = context.index.rateOf(unit.repository, Date.parse(failure.occurredAt));
  if (failure.repository === unit.repository)
    return { signal: 'service', detail: `same repository ${unit.repository}`, value: odds.affinity, rate };
  const affinity = context.affinities.find(({ repository }) => repository === unit.repository);
  const byName =
    affinity === undefined
      ? null
      : {
          signal: 'service',
          detail: `${unit.repository} is named like the service (${affinity.words.join(', ')})`,
          value: odds.weakAffinity + (odds.affinity - odds.weakAffinity) * affinity.score,
          rate,
        };
  for (const service of failure.services) {
    const where = context.mentions.find(service, unit);
    if (where === null) continue;
    const value = unit.paths.has(where) ? odds.mentionedInPath : odds.mentionedInTitle;
    if (byName === null || value > byName.value)
      return {
        signal: 'service',
        detail: `names the service ${service}: ${where}`,
        value,
        rate: context.mentions.rateOf(service),
      };
  }
  return byName;
}

/** The signs that go beyond having been there. */
function corroborate(
  failure: Failure,
  change: Moment['change'],
  unit: Unit,
  at: number,
  words: ReadonlySet<string>,
  named: NamedChange | undefined,
  context: CauseContext,
): Sign[] {
  const signs: Sign[] = [];
  if (context.wording.saysChange !== null)
    signs.push({
      signal: 'words',
      detail: `the incident speaks of a change: ${context.wording.saysChange}`,
      value: odds.saysChange,
    });

  const inName = wordsOf(unit.repository.slice(unit.repository.lastIndexOf('/') + 1));
  const shared = compareWords(words, new Set([...unit.words].filter((word) => !inName.has(word))), (word) =>
    context.weigh(unit.repository, word),
  );
  // Saturates: three rare words in common say nearly all that thirty would.
  const alike = shared.weight / (shared.weight + 12);
  if (alike > 0.2)
    signs.push({
      signal: 'words',
      detail: `both say ${shared.words.slice(0, 5).join(', ')}`,
      value: odds.words * alike,
    });

  const path = failure.paths.find((candidate) => unit.paths.has(candidate));
  if (path !== undefined) signs.push({ signal: 'paths', detail: `both touch ${path}`, value: odds.paths });

  if (named !== undefined)
    signs.push({ signal: 'reference', detail: `the incident names ${named.reference}`, value: odds.reference });

  const reverted = context.reverted.at.get(unit.key);
  if (reverted !== undefined && reverted < at - revertSlack)
    signs.push({ signal: 'sha', detail: 'taken back before it began', value: odds.gone });
  else if (reverted !== undefined && reverted <= at + revertSpan) {
    const end = failure.resolvedAt === null ? null : Date.parse(failure.resolvedAt);
    const endedIt = end !== null && reverted <= end + revertSlack && reverted >= end - hourInMs;
    signs.push({
      signal: 'sha',
      detail: `taken back ${describeHours(Math.max(0, reverted - at) / hourInMs)} after it began${endedIt ? ', right before it ended' : ''}`,
      value: odds.reverted + (endedIt ? odds.endedIt : 0),
    });
  }
  else {
    const followUp = findFollowUp(failure, unit, context.index);
    if (followUp !== null)
      signs.push({
        signal: 'paths',
        detail: `${describeUnit(followUp.unit)}, which landed before it ended, touches ${followUp.path} again`,
        value: odds.followUp * followUp.rarity,
      });
  }
  if (change.kind === 'deployment' && change.succeeded === false)
    signs.push({ signal: 'sha', detail: 'its deployment failed', value: odds.failedDeployment });
  return signs;
}

/**
 * Log-likelihood ratio of a change lying `hours` before: of a cause (four in five show within hours, the rest within
 * a day or so) against a change that only happens to be there, of which there are `rate` an hour.
 */
function weighTime(hours: number, rate: number): number {
  const caused = (0.8 / 3) * Math.exp(-hours / 3) + (0.2 / 24) * Math.exp(-hours / 24);
  return Math.min(timeBounds.most, Math.max(timeBounds.least, Math.log(caused / rate)));
}

/** A change as a person would look it up. */
export function describeUnit({ repository, number, sha, head }: Unit): string {
  if (number !== null) return `${repository}#${number}`;
  return sha === null ? head.externalId : `${repository}@${sha.slice(0, 10)}`;
}

export function describeHours(hours: number): string {
  if (hours < 1) return `${Math.round(hours * 60)} min`;
  return hours < 48 ? `${Math.round(hours * 10) / 10} h` : `${Math.round(hours / 24)} d`;
}

export function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
