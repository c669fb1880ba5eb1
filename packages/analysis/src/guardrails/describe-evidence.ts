import type {
  EndingKind,
  FailureKind,
  Guardrail,
  GuardrailEvidence,
  GuardrailSign,
  Pattern,
  Season,
} from '@refrain/domain';
import { compare } from '../collections/compare.ts';
import { sayCount } from '../text/format.ts';
import { causeWords, triggerWords } from './kind-labels.ts';
import type { KindMatch } from './match-kind.ts';
import type { MatchedEpisode } from './match-signal.ts';
import type { PatternFacts } from './pattern-facts.ts';

const mostTerms = 4;
/** A kind that is less likely than this to be answered is no reason. */
const leastMatch = 0.25;

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
const endings: Readonly<Record<EndingKind, string>> = {
  taken_back: 'Taking a change back ended',
  fixed_forward: 'A later change ended',
  retried: 'The same deployment, tried again, ended',
  by_itself: 'No change is known to have ended',
};

/** A sign as a sentence that can be looked up in the failures it names. It quotes the library, never a text. */
export function sayEvidence(
  sign: GuardrailSign,
  matches: readonly MatchedEpisode[],
  episodes: number,
): GuardrailEvidence {
  const of = `${matches.length} of ${sayCount(episodes, 'episode')}`;
  return {
    says: `${say(sign, of, listTerms(matches))}.`,
    failureIds: matches.flatMap(({ failureIds }) => failureIds),
    episodes: matches.length,
    strength: sign.strength,
  };
}

function say(sign: GuardrailSign, of: string, terms: string): string {
  switch (sign.on) {
    case 'words':
      return `The texts of ${of} use words like ${terms}`;
    case 'signature':
      return `${of} show ${terms}`;
    case 'paths':
      return `Files of ${of} match ${terms}`;
    case 'kind':
      return `${of} hold ${kinds[sign.kind]}`;
    case 'ending':
      return `${endings[sign.ending]} ${of}`;
    case 'season':
      return `${of} began ${seasons[sign.season]}`;
    case 'change':
      return sign.isLinked ? `A change is linked as the cause of ${of}` : `No change is linked as the cause of ${of}`;
    case 'several_services':
      return `Two services or more were hit at once in ${of}`;
  }
}

/** What is found in most episodes first. */
function listTerms(matches: readonly MatchedEpisode[]): string {
  const counts = new Map<string, number>();
  for (const { terms } of matches) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return [...counts]
    .sort(([a, of], [b, than]) => than - of || compare(a, b))
    .slice(0, mostTerms)
    .map(([term]) => `“${term}”`)
    .join(', ');
}

/** That the assessed kind is one that the guardrail answers, where it is. */
export function sayKind(
  { cause, trigger }: Pick<Pattern, 'cause' | 'trigger'>,
  { match, guardrail: { answers } }: Pick<KindMatch, 'match'> & { readonly guardrail: Pick<Guardrail, 'answers'> },
  { episodes }: PatternFacts,
): GuardrailEvidence[] {
  const isAnswered = answers.some(
    ({ causes, triggers }) =>
      causes.some((one) => one === cause) && (trigger === 'unknown' || triggers.some((one) => one === trigger)),
  );
  if (match < leastMatch || !isAnswered) return [];
  const setOff = trigger === 'unknown' ? '' : `, set off by ${triggerWords[trigger]}`;
  return [
    {
      says: `It answers what likely allows these failures: ${causeWords[cause]}${setOff}.`,
      failureIds: episodes.flatMap(({ members }) => members.map(({ failureId }) => failureId)),
      episodes: episodes.length,
      strength: match,
    },
  ];
}
