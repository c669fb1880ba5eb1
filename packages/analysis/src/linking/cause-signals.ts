import { hourInMs, minuteInMs } from '@refrain/domain';
import { findSharedWords } from '../text/shared-words.ts';
import { causeLogOdds } from './cause-log-odds.ts';
import type { ChangeIndex, ChangeUnit } from './change-index.ts';
import { formatChangeName, formatElapsedHours } from './describe.ts';
import { createFollowUpChangeFinder } from './follow-up-change.ts';
import type { ParsedIncident } from './parse-incident-text.ts';
import type { RevertTimes } from './revert-index.ts';
import type { WeighedSignal } from './weigh-signals.ts';

/** Tolerance around an incident's start and end, since alerts fire late and a revert takes time to go live. */
export const revertToleranceMs = 15 * minuteInMs;
export const maxIncidentToRevertMs = 48 * hourInMs;

export interface CauseSignalSources {
  readonly index: ChangeIndex;
  readonly weigh: (repository: string, word: string) => number;
  readonly reverts: RevertTimes;
}

/** Returns a function that finds all signals of a change except location and time. */
export function createCauseSignalFinder(incident: ParsedIncident, knowledge: CauseSignalSources) {
  const { failure, isTimed, start, end, words, named: references, tickets, wording } = incident;
  const { index, reverts, weigh } = knowledge;
  const findFollowUp = createFollowUpChangeFinder(start, end, index);
  return (unit: ChangeUnit): WeighedSignal[] => {
    const weighedSignals: WeighedSignal[] = [];
    const add = (signal: string, detail: string, value: number): void =>
      void weighedSignals.push({ signal, detail, value });
    if (wording.statesChange !== null)
      add('words', `the incident speaks of a change: ${wording.statesChange}`, causeLogOdds.statesChange);

    const shared = findSharedWords(words, unit.words, (word) => weigh(unit.repository, word));
    // The similarity saturates: three rare words in common count nearly as much as thirty.
    const similar = shared.weight / (shared.weight + 12);
    if (similar > 0.2) add('words', `both mention ${shared.words.join(', ')}`, causeLogOdds.words * similar);

    const path = failure.paths.find((candidate) => unit.paths.has(candidate));
    if (path !== undefined) add('paths', `both touch ${path}`, causeLogOdds.paths);

    const named = references.find((entry) => entry.unit.key === unit.key);
    if (named !== undefined) add('reference', `the incident names ${named.reference}`, causeLogOdds.reference);

    const ticket = named === undefined ? [...tickets].find((one) => unit.tickets.has(one)) : undefined;
    if (ticket !== undefined && index.withTicket(ticket).length > 0)
      add('reference', `both name ${ticket}`, causeLogOdds.ticket);

    if (!isTimed) return weighedSignals;
    const reverted = reverts.revertedAt.get(unit.key);
    const isRevertTitle = reverted !== undefined && reverted <= start + maxIncidentToRevertMs;
    if (isRevertTitle) weighedSignals.push(revertSignal(reverted, start, end));
    const followUp = isRevertTitle ? null : findFollowUp(unit);
    if (followUp !== null)
      add(
        'paths',
        `${formatChangeName(followUp.unit)}, which landed before it ended, touches ${followUp.path} again`,
        causeLogOdds.followUp * followUp.rarity,
      );
    return weighedSignals;
  };
}

function revertSignal(reverted: number, start: number, end: number | null): WeighedSignal {
  const weighedSignal = (detail: string, value: number): WeighedSignal => ({ signal: 'sha', detail, value });
  if (reverted < start - revertToleranceMs) return weighedSignal('taken back before it began', causeLogOdds.gone);
  const after = `taken back ${formatElapsedHours(Math.max(0, reverted - start) / hourInMs)} after it began`;
  if (end === null) return weighedSignal(after, causeLogOdds.reverted);
  if (reverted > end + revertToleranceMs)
    return weighedSignal(`${after}, when it had ended`, causeLogOdds.revertedLater);
  const endedIt = reverted >= end - hourInMs;
  return weighedSignal(
    `${after}${endedIt ? ', right before it ended' : ''}`,
    causeLogOdds.reverted + (endedIt ? causeLogOdds.endedIt : 0),
  );
}
