import { type Failure, hourInMs, minuteInMs } from '@refrain/domain';
import { isOfPart } from './affinity.ts';
import { type CauseContext, corroborate, odds, revertSlack, revertSpan } from './cause-signs.ts';
import { type Moment, momentsOf, type Unit } from './change-index.ts';
import { describeHours } from './describe.ts';
import { type Candidate, type Sign, weighSigns } from './weigh-signs.ts';
import { wordsOf } from './words.ts';

const lookBack = 72 * hourInMs;
/** An alert can fire before the provider has written down the deployment that set it off. */
const clockSlack = 5 * minuteInMs;
const candidateLimit = 40;
/** Bounds of what nearness in time alone may say; a change that the incident names may lie further back. */
const timeBounds = { least: -3, leastNamed: -1, most: 3.5 };
const testEnvironment = /^(?:dev|development|test|testing|qa|staging|stage|preview|sandbox|review)/iu;

/** The changes that may have caused an incident, likeliest first. */
export function rankCauses(failure: Failure, context: CauseContext): readonly Candidate[] {
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
  const mentioning = failure.services.flatMap((service) => context.mentions.between(service, from, to, candidateLimit));
  const alike = index.withWords(titleWords, from, to, candidateLimit);
  const referred = context.named
    .flatMap(({ unit }) => momentsOf(unit))
    .filter((moment) => moment.at <= to && moment.at >= at - 10 * lookBack);
  const takenBack = context.reverted
    .between(at - revertSlack, at + revertSpan)
    .flatMap(momentsOf)
    .filter((moment) => moment.at >= from && moment.at <= to);
  const best = new Map<string, Candidate>();
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
): Candidate {
  const named = context.named.find((entry) => entry.unit.key === unit.key);
  const hours = Math.max(0, at - changedAt) / hourInMs;
  const place = findPlace(failure, change, unit, context);
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
  const base =
    odds.base +
    (isElsewhere ? odds.elsewhere : 0) +
    // Who names the change has thought of the other reasons.
    (context.wording.saysOther && named === undefined ? odds.saysOther : 0);
  return weighSigns(unit, base, signs);
}

/** What binds a change to where the incident is, and how often a change of that kind comes by, an hour. */
function findPlace(
  failure: Failure,
  change: Moment['change'],
  unit: Unit,
  context: CauseContext,
): (Sign & { rate: number }) | null {
  const rate = context.index.rateOf(unit.repository, Date.parse(failure.occurredAt));
  if (failure.repository === unit.repository)
    return { signal: 'service', detail: `same repository ${unit.repository}`, value: odds.affinity, rate };
  const affinity = context.affinities.find(
    (one) => one.repository === unit.repository && isOfPart(one, change, unit.paths),
  );
  const byName =
    affinity === undefined
      ? null
      : {
          signal: 'service',
          detail: affinity.isConfirmed
            ? `the service runs from ${unit.repository}, as a person has confirmed`
            : `${unit.repository} is named like the service (${affinity.words.join(', ')})`,
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

/**
 * Log-likelihood ratio of a change lying `hours` before: of a cause (four in five show within hours, the rest within
 * a day or so) against a change that only happens to be there, of which there are `rate` an hour.
 */
function weighTime(hours: number, rate: number): number {
  const caused = (0.8 / 3) * Math.exp(-hours / 3) + (0.2 / 24) * Math.exp(-hours / 24);
  return Math.min(timeBounds.most, Math.max(timeBounds.least, Math.log(caused / rate)));
}
