import { type Evidence, type Failure, hourInMs, minuteInMs } from '@refrain/domain';
import { assessCause } from '../causes/assess-cause.ts';
import type { Affinity } from './affinity.ts';
import type { ChangeIndex, Moment, Unit } from './change-index.ts';
import type { NamedChange } from './named-changes.ts';
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
  readonly named: readonly NamedChange[];
  readonly weigh: (word: string) => number;
  /** When a unit was first taken back, in ms since 1970. */
  readonly revertedAt: ReadonlyMap<string, number>;
}

const lookBack = 72 * hourInMs;
/** An alert can fire before the provider has written down the deployment that set it off. */
const clockSlack = 5 * minuteInMs;
const candidateLimit = 40;
/**
 * Log-odds of each sign. `base`: that a given change of no known bearing is the cause. `affinity` is given by a name
 * that fits wholly and `weakAffinity` by one that hardly does.
 */
const odds = {
  base: -5.2,
  affinity: 4,
  weakAffinity: 2,
  words: 2.2,
  paths: 1.6,
  reference: 7,
  reverted: 3,
  failedDeployment: 1.2,
  saysDeployment: 0.9,
  saysOther: -1.6,
  elsewhere: -2.5,
};
/** Bounds of what nearness in time alone may say; a change that the incident names may lie further back. */
const timeBounds = { least: -3, leastNamed: -1, most: 3.5 };
const saysChange =
  /\b(?:roll(?:ed|ing)?[ -]?back|revert(?:ed|ing)?|after (?:the )?(?:deploy\w*|release|rollout|merge)|since (?:the )?(?:deploy\w*|release)|(?:bad|broken|recent) (?:deploy\w*|release|change|commit|config))\b/iu;
const testEnvironment = /^(?:dev|development|test|testing|qa|staging|stage|preview|sandbox|review)/iu;

/** The changes that may have caused an incident, likeliest first. */
export function rankCauses(failure: Failure, context: CauseContext): readonly CauseCandidate[] {
  const at = Date.parse(failure.occurredAt);
  const from = at - lookBack;
  const to = at + clockSlack;
  const titleWords = wordsOf(`${failure.title} ${failure.services.join(' ')}`);
  const words = wordsOf(`${failure.title} ${failure.text} ${failure.paths.join(' ')}`);
  const near = context.affinities.flatMap(({ repository }) =>
    context.index.between(repository, from, to, candidateLimit),
  );
  const own = failure.repository === null ? [] : context.index.between(failure.repository, from, to, candidateLimit);
  const alike = context.index.withWords(titleWords, from, to, candidateLimit);
  const referred = context.named.flatMap(({ unit }) =>
    unit.records
      .map((change) => ({ at: Date.parse(change.occurredAt), change, unit }))
      .filter((moment) => moment.at <= to && moment.at >= at - 10 * lookBack),
  );
  const general = readGeneral(failure);
  const best = new Map<string, CauseCandidate>();
  for (const moment of new Set([...near, ...own, ...alike, ...referred])) {
    const candidate = weigh(failure, moment, at, words, general, context);
    const known = best.get(moment.unit.key);
    if (known === undefined || candidate.score > known.score) best.set(moment.unit.key, candidate);
  }
  return [...best.values()].sort((a, b) => b.score - a.score || (a.unit.key < b.unit.key ? -1 : 1));
}

/** What the incident's own words say of a change having been at work, in log-odds. */
function readGeneral(failure: Failure): number {
  const { cause, trigger } = assessCause(failure);
  const text = `${failure.title}\n${failure.text}`.slice(0, 20_000);
  if (saysChange.test(text)) return odds.saysDeployment;
  if (trigger === 'hardware' || trigger === 'traffic' || trigger === 'time' || trigger === 'dependency_change')
    return odds.saysOther;
  return cause === 'expiry_time' || cause === 'dependency' || cause === 'infrastructure' ? odds.saysOther : 0;
}

function weigh(
  failure: Failure,
  { at: changedAt, change, unit }: Moment,
  at: number,
  words: ReadonlySet<string>,
  general: number,
  context: CauseContext,
): CauseCandidate {
  const signs: { signal: string; detail: string; value: number }[] = [];
  const hours = Math.max(0, at - changedAt) / hourInMs;
  const affinity = context.affinities.find(({ repository }) => repository === unit.repository);
  const isOwn = failure.repository === unit.repository;
  const named = context.named.find((entry) => entry.unit.key === unit.key);
  const rate = context.index.rateOf(isOwn || affinity !== undefined ? unit.repository : null, changedAt);
  const nearness = weighTime(hours, rate);
  signs.push({
    signal: 'time',
    detail: `${describeHours(hours)} before`,
    value: named === undefined ? nearness : Math.max(timeBounds.leastNamed, nearness),
  });
  if (isOwn) signs.push({ signal: 'service', detail: `same repository ${unit.repository}`, value: odds.affinity });
  else if (affinity !== undefined)
    signs.push({
      signal: 'service',
      detail: `${unit.repository} is named like the service (${affinity.words.join(', ')})`,
      value: odds.weakAffinity + (odds.affinity - odds.weakAffinity) * affinity.score,
    });

  const shared = compareWords(words, unit.words, context.weigh);
  // Saturates: three rare words in common say nearly all that thirty would.
  const alike = shared.weight / (shared.weight + 12);
  if (alike > 0.2)
    signs.push({ signal: 'words', detail: shared.words.slice(0, 5).join(', '), value: odds.words * alike });

  const path = failure.paths.find((candidate) => unit.paths.has(candidate));
  if (path !== undefined) signs.push({ signal: 'paths', detail: path, value: odds.paths });

  if (named !== undefined)
    signs.push({ signal: 'reference', detail: `names ${named.reference}`, value: odds.reference });

  const reverted = context.revertedAt.get(unit.key);
  if (reverted !== undefined && reverted >= at - hourInMs && reverted <= at + 48 * hourInMs)
    signs.push({
      signal: 'sha',
      detail: `taken back ${describeHours(Math.max(0, reverted - at) / hourInMs)} later`,
      value: odds.reverted,
    });
  if (change.kind === 'deployment' && change.succeeded === false)
    signs.push({ signal: 'sha', detail: 'its deployment failed', value: odds.failedDeployment });

  const isElsewhere =
    change.environment !== null &&
    change.environment !== failure.environment &&
    testEnvironment.test(change.environment);
  const total =
    odds.base + general + (isElsewhere ? odds.elsewhere : 0) + signs.reduce((sum, { value }) => sum + value, 0);
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

/**
 * Log-likelihood ratio of a change lying `hours` before: of a cause (four in five show within hours, the rest within
 * a day or so) against a change that only happens to be there, of which there are `rate` an hour.
 */
function weighTime(hours: number, rate: number): number {
  const caused = (0.8 / 3) * Math.exp(-hours / 3) + (0.2 / 24) * Math.exp(-hours / 24);
  return Math.min(timeBounds.most, Math.max(timeBounds.least, Math.log(caused / rate)));
}

export function describeHours(hours: number): string {
  if (hours < 1) return `${Math.round(hours * 60)} min`;
  return hours < 48 ? `${Math.round(hours * 10) / 10} h` : `${Math.round(hours / 24)} d`;
}

export function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
