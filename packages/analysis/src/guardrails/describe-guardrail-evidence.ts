import type { FailureKind, GuardrailEvidence, GuardrailSignal, ResolutionKind, Season } from '@refrain/domain';
import { findMechanismName } from '../mechanisms/find-mechanism-name.ts';
import { countNames } from '../patterns/names/count-names.ts';
import { capitalise, formatPartOfEpisodes } from '../text/format.ts';
import type { IndexedEpisode } from './indexed-pattern.ts';
import type { GuardrailSignalMatch } from './match-guardrail-signal.ts';

const maxTerms = 4;

/** Each text continues “the episode began”. */
export const seasonLabels: Readonly<Record<Season, string>> = {
  month_end: 'within two days of the end of a month',
  year_turn: 'between mid-December and mid-January',
  weekend: 'at a weekend',
  same_hour: 'in the same two hours of the day (UTC)',
};
const kinds: Readonly<Record<FailureKind, string>> = {
  incident: 'an incident',
  failed_deployment: 'a failed deployment',
  reverted_change: 'a reverted change',
};
const resolutionLabels: Readonly<Record<ResolutionKind, string>> = {
  reverted: 'ended with a revert',
  fixed_forward: 'ended with a later change',
  retried: 'ended when the same deployment was retried',
  self_resolved: 'ended without a known change',
};

/**
 * Names the mechanism that the guardrail prevents and episodes state, for use after “Why this one”. Gives no count, because the lesson
 * counts the episodes by another threshold.
 */
export function describeMechanismEvidence(
  mechanismId: string,
  stating: readonly IndexedEpisode[],
  strength: number,
): GuardrailEvidence {
  const name = findMechanismName(mechanismId);
  return {
    statement: `It guards against this cause: ${name}.`,
    mechanism: capitalise(name),
    failureIds: stating.flatMap(({ members }) => members.map(({ failureId }) => failureId)),
    episodes: stating.length,
    strength,
  };
}

/** Describes in one sentence which episodes show a signal. Quotes only words of the guardrail library. */
export function describeGuardrailEvidence(
  signal: GuardrailSignal,
  matches: readonly GuardrailSignalMatch[],
  episodes: number,
): GuardrailEvidence {
  return {
    statement: `${capitalise(formatPartOfEpisodes(matches.length, episodes))} ${formatSignal(signal, matches)}.`,
    failureIds: matches.flatMap(({ failureIds }) => failureIds),
    episodes: matches.length,
    strength: signal.strength,
  };
}

function formatSignal(signal: GuardrailSignal, matches: readonly GuardrailSignalMatch[]): string {
  const terms = listTerms(matches).map((term) => `“${term}”`);
  const isOne = matches.length === 1;
  switch (signal.on) {
    case 'words':
      return `${isOne ? 'mentions' : 'mention'} ${terms.join(', ')}`;
    case 'signature':
      return `${isOne ? 'shows' : 'show'} ${terms.join(', ')}`;
    case 'paths':
      return `${isOne ? 'involves' : 'involve'} files whose path contains ${terms.join(', ')}`;
    case 'kind':
      return `${isOne ? 'contains' : 'contain'} ${kinds[signal.kind]}`;
    case 'resolution':
      return resolutionLabels[signal.resolution];
    case 'season':
      return `began ${seasonLabels[signal.season]}`;
    case 'change':
      return `${isOne ? 'has' : 'have'} ${signal.isLinked ? 'a' : 'no'} linked change as the cause`;
    case 'several_services':
      return 'affected two or more services';
    case 'mechanisms':
      return `${isOne ? 'states' : 'state'} a mechanism that this fix does not prevent: ${listTerms(matches).join(', ')}`;
    case 'in_place':
      return `${isOne ? 'says' : 'say'} that this fix already exists or did not help`;
  }
}

function listTerms(matches: readonly GuardrailSignalMatch[]): string[] {
  return countNames(matches.map(({ terms }) => terms))
    .slice(0, maxTerms)
    .map(({ name }) => name);
}
