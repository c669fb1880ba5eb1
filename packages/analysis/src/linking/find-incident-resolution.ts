import { type Evidence, hourInMs, minuteInMs } from '@refrain/domain';
import { toProbability } from '../stats/log-odds.ts';
import { roundToThousandths } from '../stats/round-to-thousandths.ts';
import { findSharedWords } from '../text/shared-words.ts';
import type { CandidateEvent, ChangeIndex, ChangeUnit } from './change-index.ts';
import { formatElapsedHours } from './describe.ts';
import { findRarestSharedPath } from './follow-up-change.ts';
import type { IncidentLocations } from './incident-locations.ts';
import type { ParsedIncident } from './parse-incident-text.ts';
import type { RevertIndex } from './revert-index.ts';
import type { ServiceMentions } from './service-mentions.ts';
import { convertSignalsToEvidence, sumLogOdds, type WeighedSignal } from './weigh-signals.ts';

export interface IncidentResolutionSources {
  readonly index: ChangeIndex;
  readonly mentions: ServiceMentions;
  readonly weigh: (repository: string, word: string) => number;
  readonly reverts: RevertIndex;
  readonly isRejected: (unit: ChangeUnit) => boolean;
}

export interface ResolutionCandidate {
  readonly unit: ChangeUnit;
  readonly score: number;
  readonly evidence: readonly Evidence[];
  readonly kind: 'revert' | 'rollback' | 'fix';
}

const maxBeforeEnd = 12 * hourInMs;
/** Alerts often close an incident before the resolving merge or deployment is recorded. */
const maxAfterEnd = 20 * minuteInMs;
/** Log-odds that each signal adds in favour of a change as the resolution; `base` is the value without any signal. */
const odds = {
  base: -5,
  sameLocation: 2.5,
  elsewhereNamed: 1.5,
  takesBack: 5,
  backward: 2,
  mends: 1,
  /** The change only makes later failures visible, or describes them. */
  observes: -5,
  named: 5,
  paths: 2.4,
  words: 2.2,
  /** The change landed before the incident, so it was not made to end the incident. */
  landedBefore: -3,
  afterEnd: -1,
};
const timeBounds = { least: -2, most: 3 };
const backward = /^(?:\S{1,30}:\s*)?(?:revert|roll[ -]?back|back[ -]?out|undo)|\b(?:roll[ -]?back|reverts?)\b/iu;
const rollingBack = /\broll[ -]?back\b/iu;
const mending =
  /^(?:\S{1,30}:\s*)?(?:hot-?)?(?:fix|repair|restore|correct|mitigat|unblock|pin)|\b(?:hot-?fix|workaround)\b/iu;

/** Matches titles of changes that add an alert, a test or a document, which people write after an incident and which end none. */
const observing =
  /^(?:\S{1,30}:\s*)?(?:alert (?:when|on|if|for)|(?:add|create|introduce|extend|improve|write|update)s?\b.{0,40}\b(?:alert(?:s|ing)?|monitor(?:s|ing)?|dashboards?|tests?|run-?books?|post-?mortems?|docs|documentation|readme)\b|(?:test|document|monitor|docs?)\b)/iu;

/** Finds the change that most likely ended an incident; null if the incident is open or no change was near its end. */
export function findIncidentResolution(
  incident: ParsedIncident,
  cause: ChangeUnit | null,
  locations: IncidentLocations,
  context: IncidentResolutionSources,
): ResolutionCandidate | null {
  const { failure, start, end, named } = incident;
  if (end === null) return null;
  const [from, to] = [Math.max(start, end - maxBeforeEnd), end + maxAfterEnd];
  const repositories = new Set([...(cause === null ? [] : [cause.repository]), ...locations.repositories]);
  const candidateEvents = new Set([
    ...[...repositories].flatMap((repository) => context.index.between(repository, from, to, 20)),
    ...failure.services.flatMap((service) => context.mentions.between(service, from, to, 20)),
    ...named.flatMap(({ unit }) => unit.candidateEvents).filter(({ at }) => at >= from && at <= to),
  ]);
  let best: ResolutionCandidate | null = null;
  for (const candidateEvent of candidateEvents) {
    const { change, unit } = candidateEvent;
    if (change.succeeded === false || unit.key === cause?.key || context.isRejected(unit)) continue;
    const candidate = weigh(incident, end, candidateEvent, cause, repositories, context);
    if (
      best === null ||
      candidate.score > best.score ||
      (candidate.score === best.score && candidate.unit.key < best.unit.key)
    )
      best = candidate;
  }
  return best;
}

function weigh(
  { failure, start, words, named: references }: ParsedIncident,
  end: number,
  { at, change, unit }: CandidateEvent,
  cause: ChangeUnit | null,
  repositories: ReadonlySet<string>,
  { index, mentions, reverts, weigh: weighWord }: IncidentResolutionSources,
): ResolutionCandidate {
  const weighedSignals: WeighedSignal[] = [];
  const add = (signal: string, detail: string, value: number): void =>
    void weighedSignals.push({ signal, detail, value });
  const service = failure.services.find((name) => mentions.find(name, unit) !== null);
  const isNear = repositories.has(unit.repository);
  const hours = Math.abs(end - at) / hourInMs;
  const rate = isNear || service === undefined ? index.rateOf(unit.repository, at) : mentions.rateOf(service);
  add('time', `${formatElapsedHours(hours)} ${at <= end ? 'before' : 'after'} the resolution`, weighTime(hours, rate));
  if (unit.repository === cause?.repository)
    add('service', `same repository as the cause, ${unit.repository}`, odds.sameLocation);
  else if (isNear) add('service', `${unit.repository} belongs to the service`, odds.sameLocation);
  else if (service !== undefined)
    add('service', `names the service ${service}: ${mentions.find(service, unit) ?? ''}`, odds.elsewhereNamed);

  const landed = Date.parse(unit.records[0]?.occurredAt ?? change.occurredAt);
  const wentBack = change.kind === 'deployment' && isOlder(unit, change.occurredAt);
  const takesBack = cause !== null && reverts.revertKeysOf.get(cause.key)?.has(unit.key) === true;
  const isBackward = backward.test(change.title);
  if (takesBack) add('sha', 'takes back the change that caused it', odds.takesBack);
  else if (wentBack) add('sha', 'deploys an older commit again', odds.backward);
  else if (isBackward) add('words', `a step back: ${change.title.slice(0, 80)}`, odds.backward);
  else if (observing.test(change.title)) add('words', `only observes: ${change.title.slice(0, 80)}`, odds.observes);
  else if (mending.test(change.title)) add('words', `a repair by its title: ${change.title.slice(0, 80)}`, odds.mends);

  const named = references.find((entry) => entry.unit.key === unit.key);
  if (named !== undefined) add('reference', `the incident names ${named.reference}`, odds.named);
  const path = cause === null || cause.repository !== unit.repository ? null : findRarestSharedPath(cause, unit, index);
  if (path !== null) add('paths', `touches ${path.path}, as the cause did`, odds.paths * path.rarity);
  const shared = findSharedWords(words, unit.words, (word) => weighWord(unit.repository, word));
  const similar = shared.weight / (shared.weight + 12);
  if (similar > 0.2) add('words', `both mention ${shared.words.join(', ')}`, odds.words * similar);

  const base =
    odds.base +
    (at > end ? odds.afterEnd : 0) +
    (landed < start - 6 * minuteInMs && !wentBack && named === undefined ? odds.landedBefore : 0);
  const isRevert = takesBack || reverts.revertKeys.has(unit.key) || (isBackward && !rollingBack.test(change.title));
  const score = roundToThousandths(toProbability(sumLogOdds(base, weighedSignals)));
  return {
    unit,
    score,
    evidence: convertSignalsToEvidence(score, weighedSignals),
    kind: isRevert ? 'revert' : wentBack || isBackward ? 'rollback' : 'fix',
  };
}

/**
 * Returns the log-likelihood ratio of a resolving change against an unrelated one, given the hours between change and
 * resolution. A resolving change mostly ends an incident within an hour.
 * @param rate number of unrelated changes per hour
 */
function weighTime(hours: number, rate: number): number {
  const ended = (0.8 / 0.75) * Math.exp(-hours / 0.75) + (0.2 / 6) * Math.exp(-hours / 6);
  return Math.min(timeBounds.most, Math.max(timeBounds.least, Math.log(ended / rate)));
}

/** Returns whether the deployment at `deployedAt` is a rollback: the change was first deployed over six hours earlier. */
function isOlder(unit: ChangeUnit, deployedAt: string): boolean {
  const first = unit.records.find(({ kind }) => kind === 'deployment');
  return first !== undefined && Date.parse(deployedAt) - Date.parse(first.occurredAt) > 6 * hourInMs;
}
