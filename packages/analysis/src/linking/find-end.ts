import { type Failure, hourInMs, minuteInMs } from '@refrain/domain';
import type { Affinity } from './affinity.ts';
import { type ChangeIndex, type Moment, momentsOf, type Unit } from './change-index.ts';
import { describeHours } from './describe.ts';
import { findSharedPath } from './follow-up.ts';
import type { NamedChange } from './named-changes.ts';
import type { ServiceMentions } from './service-mentions.ts';
import { type Candidate, type Sign, weighSigns } from './weigh-signs.ts';
import { compareWords, wordsOf } from './words.ts';

export interface EndContext {
  readonly index: ChangeIndex;
  readonly affinities: readonly Affinity[];
  readonly mentions: ServiceMentions;
  readonly named: readonly NamedChange[];
  /** How much a word tells in a repository's texts. */
  readonly weigh: (repository: string, word: string) => number;
  /** Keys of the units that take back a unit. */
  readonly revertedBy: ReadonlyMap<string, ReadonlySet<string>>;
  readonly isRejected: (unit: Unit) => boolean;
}

/** Time before the resolution in which a change can have ended an incident. */
const before = 12 * hourInMs;
/** An incident is often closed by its alert, before the change that ended it is written down as merged or deployed. */
const after = 20 * minuteInMs;
const least = 0.5;
/** Log-odds of each sign; `base`: that a given change of no known bearing ended the incident. */
const odds = {
  base: -5,
  samePlace: 2.5,
  elsewhereNamed: 1.5,
  takesBack: 5,
  backward: 2,
  mends: 1,
  named: 5,
  paths: 2.4,
  words: 2.2,
  /** What landed before the incident began was not made for it. */
  landedBefore: -3,
  afterEnd: -1,
};
const timeBounds = { least: -2, most: 3 };
const backward = /^(?:\S{1,30}:\s*)?(?:revert|roll[ -]?back|back[ -]?out|undo)|\b(?:roll[ -]?back|reverts?)\b/iu;
const mending =
  /^(?:\S{1,30}:\s*)?(?:hot-?)?(?:fix|repair|restore|correct|mitigat|unblock|pin)|\b(?:hot-?fix|workaround)\b/iu;

/** The change that ended an incident: taken in the right place, after its start and close to its resolution. Null where none is clear. */
export function findEnd(failure: Failure, cause: Unit | null, context: EndContext): Candidate | null {
  if (failure.resolvedAt === null) return null;
  const end = Date.parse(failure.resolvedAt);
  const start = Date.parse(failure.occurredAt);
  const [from, to] = [Math.max(start, end - before), end + after];
  const repositories = new Set([
    ...(cause === null ? [] : [cause.repository]),
    ...(failure.repository === null ? [] : [failure.repository]),
    ...context.affinities.filter(({ score }) => score >= 0.5).map(({ repository }) => repository),
  ]);
  const moments = [
    ...[...repositories].flatMap((repository) => context.index.between(repository, from, to, 20)),
    ...failure.services.flatMap((service) => context.mentions.between(service, from, to, 20)),
    ...context.named.flatMap(({ unit }) => momentsOf(unit)).filter(({ at }) => at >= from && at <= to),
  ];
  const names = wordsOf(failure.services.join(' '));
  const words = new Set([...wordsOf(`${failure.title} ${failure.text}`)].filter((word) => !names.has(word)));
  const best = new Map<string, Candidate>();
  for (const moment of new Set(moments)) {
    const { change, unit } = moment;
    if (change.succeeded === false || unit.key === cause?.key || context.isRejected(unit)) continue;
    const candidate = weigh(failure, moment, start, end, words, cause, repositories, context);
    if (candidate.score < least) continue;
    const known = best.get(unit.key);
    if (known === undefined || candidate.score > known.score) best.set(unit.key, candidate);
  }
  return [...best.values()].sort((a, b) => b.score - a.score || (a.unit.key < b.unit.key ? -1 : 1))[0] ?? null;
}

function weigh(
  failure: Failure,
  { at, change, unit }: Moment,
  start: number,
  end: number,
  words: ReadonlySet<string>,
  cause: Unit | null,
  repositories: ReadonlySet<string>,
  context: EndContext,
): Candidate {
  const signs: Sign[] = [];
  const add = (signal: string, detail: string, value: number): void => void signs.push({ signal, detail, value });
  const service = failure.services.find((name) => context.mentions.find(name, unit) !== null);
  const isNear = repositories.has(unit.repository);
  const hours = Math.abs(end - at) / hourInMs;
  const rate =
    isNear || service === undefined ? context.index.rateOf(unit.repository, at) : context.mentions.rateOf(service);
  add('time', `${describeHours(hours)} ${at <= end ? 'before' : 'after'} the resolution`, weighTime(hours, rate));
  if (unit.repository === cause?.repository)
    add('service', `same repository as the cause, ${unit.repository}`, odds.samePlace);
  else if (isNear) add('service', `${unit.repository} belongs to the service`, odds.samePlace);
  else if (service !== undefined)
    add('service', `names the service ${service}: ${context.mentions.find(service, unit) ?? ''}`, odds.elsewhereNamed);

  const landed = Date.parse(unit.records[0]?.occurredAt ?? change.occurredAt);
  const wentBack = change.kind === 'deployment' && isOlder(unit, change.occurredAt);
  if (cause !== null && context.revertedBy.get(cause.key)?.has(unit.key) === true)
    add('sha', 'takes back the change that caused it', odds.takesBack);
  else if (wentBack) add('sha', 'deploys an older commit again', odds.backward);
  else if (backward.test(change.title)) add('words', `a step back: ${change.title.slice(0, 80)}`, odds.backward);
  else if (mending.test(change.title)) add('words', `a repair by its title: ${change.title.slice(0, 80)}`, odds.mends);

  const named = context.named.find((entry) => entry.unit.key === unit.key);
  if (named !== undefined) add('reference', `the incident names ${named.reference}`, odds.named);
  const path =
    cause === null || cause.repository !== unit.repository ? null : findSharedPath(cause, unit, context.index);
  if (path !== null) add('paths', `touches ${path.path}, as the cause did`, odds.paths * path.rarity);
  const shared = compareWords(words, unit.words, (word) => context.weigh(unit.repository, word));
  const alike = shared.weight / (shared.weight + 12);
  if (alike > 0.2) add('words', `both say ${shared.words.slice(0, 5).join(', ')}`, odds.words * alike);

  const base =
    odds.base +
    (at > end ? odds.afterEnd : 0) +
    (landed < start - 6 * minuteInMs && !wentBack && named === undefined ? odds.landedBefore : 0);
  return weighSigns(unit, base, signs);
}

/**
 * Log-likelihood ratio of a change lying `hours` from the resolution: of a remedy (most show within the hour) against a
 * change that only happens to be there, of which there are `rate` an hour.
 */
function weighTime(hours: number, rate: number): number {
  const ended = (0.8 / 0.75) * Math.exp(-hours / 0.75) + (0.2 / 6) * Math.exp(-hours / 6);
  return Math.min(timeBounds.most, Math.max(timeBounds.least, Math.log(ended / rate)));
}

/** A deployment of a commit that had been deployed well before: going back to it. */
function isOlder(unit: Unit, deployedAt: string): boolean {
  const first = unit.records.find(({ kind }) => kind === 'deployment');
  return first !== undefined && Date.parse(deployedAt) - Date.parse(first.occurredAt) > 6 * hourInMs;
}
