import { hourInMs, minuteInMs } from '@refrain/domain';
import { findSharedWords } from '../text/shared-words.ts';
import { odds } from './cause-odds.ts';
import type { ChangeIndex, Unit } from './change-index.ts';
import { describeHours, describeUnit } from './describe.ts';
import { createFollowUps } from './follow-up.ts';
import type { Incident } from './read-incident.ts';
import type { RevertTimes } from './revert-index.ts';
import type { Signal } from './weigh-signals.ts';

/** Allows for the time that an alert takes to fire and a revert takes to go live. */
export const revertSlack = 15 * minuteInMs;
export const revertSpan = 48 * hourInMs;

export interface CauseKnowledge {
  readonly index: ChangeIndex;
  readonly weigh: (repository: string, word: string) => number;
  readonly reverts: RevertTimes;
}

/** Returns a function that finds all signals of a change except location and time. */
export function createCorroboration(incident: Incident, knowledge: CauseKnowledge): (unit: Unit) => Signal[] {
  const { failure, isTimed, start, end, words, named: references, tickets, wording } = incident;
  const { index, reverts, weigh } = knowledge;
  const findFollowUp = createFollowUps(start, end, index);
  return (unit) => {
    const weighedSignals: Signal[] = [];
    const add = (signal: string, detail: string, value: number): void =>
      void weighedSignals.push({ signal, detail, value });
    if (wording.statesChange !== null)
      add('words', `the incident speaks of a change: ${wording.statesChange}`, odds.statesChange);

    const shared = findSharedWords(words, unit.words, (word) => weigh(unit.repository, word));
    // The similarity saturates: three rare words in common count nearly as much as thirty.
    const similar = shared.weight / (shared.weight + 12);
    if (similar > 0.2) add('words', `both say ${shared.words.join(', ')}`, odds.words * similar);

    const path = failure.paths.find((candidate) => unit.paths.has(candidate));
    if (path !== undefined) add('paths', `both touch ${path}`, odds.paths);

    const named = references.find((entry) => entry.unit.key === unit.key);
    if (named !== undefined) add('reference', `the incident names ${named.reference}`, odds.reference);

    const ticket = named === undefined ? [...tickets].find((one) => unit.tickets.has(one)) : undefined;
    if (ticket !== undefined && index.withTicket(ticket).length > 0)
      add('reference', `both name ${ticket}`, odds.ticket);

    if (!isTimed) return weighedSignals;
    const reverted = reverts.at.get(unit.key);
    const isRevertTitle = reverted !== undefined && reverted <= start + revertSpan;
    if (isRevertTitle) weighedSignals.push(revertSignal(reverted, start, end));
    const followUp = isRevertTitle ? null : findFollowUp(unit);
    if (followUp !== null)
      add(
        'paths',
        `${describeUnit(followUp.unit)}, which landed before it ended, touches ${followUp.path} again`,
        odds.followUp * followUp.rarity,
      );
    return weighedSignals;
  };
}

/** Rates by the revert's time how strongly a revert suggests that the reverted change caused the incident. */
function revertSignal(reverted: number, start: number, end: number | null): Signal {
  const weighedSignal = (detail: string, value: number): Signal => ({ signal: 'sha', detail, value });
  if (reverted < start - revertSlack) return weighedSignal('taken back before it began', odds.gone);
  const after = `taken back ${describeHours(Math.max(0, reverted - start) / hourInMs)} after it began`;
  if (end === null) return weighedSignal(after, odds.reverted);
  if (reverted > end + revertSlack) return weighedSignal(`${after}, when it had ended`, odds.revertedLater);
  const endedIt = reverted >= end - hourInMs;
  return weighedSignal(
    `${after}${endedIt ? ', right before it ended' : ''}`,
    odds.reverted + (endedIt ? odds.endedIt : 0),
  );
}
