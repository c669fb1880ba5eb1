import { type Failure, hourInMs, minuteInMs } from '@refrain/domain';
import type { Affinity } from './affinity.ts';
import type { ChangeIndex, Moment, Unit } from './change-index.ts';
import { describeHours, describeUnit } from './describe.ts';
import { findFollowUp } from './follow-up.ts';
import type { NamedChange } from './named-changes.ts';
import type { RevertTimes } from './revert-index.ts';
import type { ServiceMentions } from './service-mentions.ts';
import type { Sign } from './weigh-signs.ts';
import type { Wording } from './wording.ts';
import { compareWords, wordsOf } from './words.ts';

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

/** A revert takes a while to go live, and an alert a while to fire. */
export const revertSlack = 15 * minuteInMs;
export const revertSpan = 48 * hourInMs;

/**
 * Log-odds of each sign. `base`: that a given change of no known bearing is the cause. `affinity` is given by a name
 * that fits wholly and `weakAffinity` by one that hardly does. `circumstance` is the most that place and time say
 * together: something is always going out somewhere near, so that being there is no more than an occasion. It takes a
 * third sign to call it the cause.
 */
export const odds = {
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
  endedIt: 1,
  /** Taken back well before the incident began: it was not there any more. */
  gone: -3,
  followUp: 2.4,
  failedDeployment: 1.2,
  saysChange: 0.9,
  saysOther: -1.6,
  elsewhere: -2.5,
};

/** The signs that go beyond having been there. */
export function corroborate(
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
  } else {
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
