import type { FailureKind, GuardrailEvidence, GuardrailSignal, ResolutionKind, Season } from '@refrain/domain';
import { countNames } from '../patterns/names/count-names.ts';
import { formatCount } from '../text/format.ts';
import type { GuardrailSignalMatch } from './match-guardrail-signal.ts';

const maxTerms = 4;

const seasons: Readonly<Record<Season, string>> = {
  month_end: 'within two days of the end of a month',
  year_turn: 'between mid-December and mid-January',
  weekend: 'at a weekend',
  same_hour: 'in the same two hours of the day (UTC)',
};
const kinds: Readonly<Record<FailureKind, string>> = {
  incident: 'an incident',
  failed_deployment: 'a failed deployment',
  reverted_change: 'a change that was taken back',
};
const resolutionLabels: Readonly<Record<ResolutionKind, string>> = {
  reverted: 'Taking a change back ended',
  fixed_forward: 'A later change ended',
  retried: 'The same deployment, tried again, ended',
  self_resolved: 'No change is known to have ended',
};

/** Describes in one sentence which episodes show a signal. Quotes only words of the guardrail library. */
export function describeGuardrailEvidence(
  signal: GuardrailSignal,
  matches: readonly GuardrailSignalMatch[],
  episodes: number,
): GuardrailEvidence {
  const of = `${matches.length} of ${formatCount(episodes, 'episode')}`;
  return {
    statement: `${formatSignal(signal, of, listTerms(matches))}.`,
    failureIds: matches.flatMap(({ failureIds }) => failureIds),
    episodes: matches.length,
    strength: signal.strength,
  };
}

function formatSignal(signal: GuardrailSignal, of: string, terms: string): string {
  switch (signal.on) {
    case 'words':
      return `The texts of ${of} use words like ${terms}`;
    case 'signature':
      return `${of} show ${terms}`;
    case 'paths':
      return `Files of ${of} match ${terms}`;
    case 'kind':
      return `${of} hold ${kinds[signal.kind]}`;
    case 'resolution':
      return `${resolutionLabels[signal.resolution]} ${of}`;
    case 'season':
      return `${of} began ${seasons[signal.season]}`;
    case 'change':
      return signal.isLinked ? `A change is linked as the cause of ${of}` : `No change is linked as the cause of ${of}`;
    case 'several_services':
      return `Two services or more were hit at once in ${of}`;
  }
}

function listTerms(matches: readonly GuardrailSignalMatch[]): string {
  return countNames(matches.map(({ terms }) => terms))
    .slice(0, maxTerms)
    .map(({ name }) => `“${name}”`)
    .join(', ');
}
