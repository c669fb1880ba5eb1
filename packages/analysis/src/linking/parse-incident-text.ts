import { computeLatestTimeMs, type Failure, hasTimeOfDay } from '@refrain/domain';
import type { RepositoryAffinity } from '../catalogue/repository-affinity.ts';
import { assessCause } from '../causes/assess-cause.ts';
import { listInformativeWords } from '../text/words.ts';
import type { ChangeIndex } from './change-index.ts';
import { findNamedChanges, type NamedChange } from './named-changes.ts';
import { findTicketIds } from './tickets.ts';

export interface ParsedIncident {
  readonly failure: Failure;
  /** Whether the incident has a time of day. If not, only changes that the text names can be its cause. */
  readonly isTimed: boolean;
  /** Latest possible start of the incident, in ms since 1970. */
  readonly start: number;
  /** End in ms since 1970. Null while the incident is open, and if it has no time of day. */
  readonly end: number | null;
  /** Words of title, text and paths without the incident's service names, which already count as a location signal. */
  readonly words: ReadonlySet<string>;
  /** Words of the title and of the service names, used to search for changes in all repositories. */
  readonly titleWords: ReadonlySet<string>;
  readonly named: readonly NamedChange[];
  readonly tickets: ReadonlySet<string>;
  readonly wording: IncidentStatements;
}

export function parseIncidentText(
  failure: Failure,
  affinitiesOf: (service: string) => readonly RepositoryAffinity[],
  index: ChangeIndex,
): ParsedIncident {
  const repositories = [
    ...(failure.repository === null ? [] : [failure.repository]),
    ...failure.services.flatMap((service) => affinitiesOf(service).map(({ repository }) => repository)),
  ];
  const named = findNamedChanges(failure, repositories, index);
  const names = listInformativeWords(failure.services.join(' '));
  const allWords = listInformativeWords(`${failure.title} ${failure.text} ${failure.paths.join(' ')}`);
  const isTimed = hasTimeOfDay(failure.precision);
  // If only the day or month is known, its end is used, since a named change may have landed at any time within it.
  const start = computeLatestTimeMs(failure.occurredAt, failure.precision);
  return {
    failure,
    isTimed,
    start,
    end: failure.resolvedAt === null || !isTimed ? null : Date.parse(failure.resolvedAt),
    words: new Set([...allWords].filter((word) => !names.has(word))),
    titleWords: listInformativeWords(`${failure.title} ${failure.services.join(' ')}`),
    named,
    tickets: findTicketIds(`${failure.title}\n${failure.text}`),
    wording: readIncidentStatements(failure, named, start),
  };
}

/** Quotations from an incident's text about its cause and its end; null if the text contains none. */
interface IncidentStatements {
  readonly statesChange: string | null;
  /** A cause other than a change of the organisation; null if the text also mentions a change. */
  readonly statesOther: string | null;
  readonly statesNoChange: string | null;
  readonly statesManualStep: string | null;
  readonly statesResolvingChange: string | null;
  readonly statesSelfRecovery: string | null;
}

const textLimit = 20_000;
const thing =
  '(?:deploy\\w*|releases?|rollout|version|build|image|upgrade|update|migration|merge|change|commit|polic(?:y|ies)|rules?|config\\w*|settings?)';
const mentionsChange = new RegExp(
  [
    '\\broll(?:ed|ing|s)?[ -]?back\\b',
    '\\brevert(?:ed|ing|s)?\\b',
    `\\b(?:after|since|by|with|from) (?:the |our |a )?(?:new |latest |last |recent )?${thing}\\b`,
    `\\b(?:due to|because of|following|result of) (?:a |an |the |our )?(?:new |latest |last |recent )?(?:\\w+ )?${thing}\\b`,
    `\\b(?:bad|broken|recent|new|former|previous|older) ${thing}\\b`,
  ].join('|'),
  'iu',
);
const deniesChange = new RegExp(
  [
    `\\bno (?:recent |new |related )?${thing}\\b`,
    `\\bnothing (?:was |were |has been |had been |got )?(?:deployed|released|changed|merged|went out|shipped)\\b`,
    `\\bnot (?:related to|caused by|due to) (?:a |any |the |our )?(?:recent )?${thing}\\b`,
    '\\bwithout (?:a |any )(?:recent )?(?:change|deploy\\w*|release)\\b',
  ].join('|'),
  'iu',
);
const byHand =
  /\b(?:restarted|rebooted|renewed|scaled (?:up|out|down)|failed over|drained|cleared|flushed|purged|killed|replaced|resized|rotated|re-?ran|reran|reset|unplugged|swapped|by hand|manually|mitigated (?:it|this|the \w+|the issue) by|rebalanc(?:ed|ing)|(?:shifted|shifting|rerouted|rerouting) traffic|(?:added|adding) capacity|cleaned up|topped up|raised (?:the |a |our )?(?:quota|limit))\b/iu;
const byChange =
  /\b(?:(?:deploy|implement|apply|releas|merg|ship)\w* (?:a|the) (?:hot)?fix|rolled out (?:a|the) (?:hot)?fix|(?:hot)?fix (?:is|was|has been|is being) (?:deployed|implemented|applied|released|merged|shipped|rolled out)|(?:remediation|mitigation)s?\b[^.!?\n]{0,60}\b(?:was|were|has been|have been) (?:deployed|implemented|applied|rolled out)|roll(?:ed|ing) (?:it |this |that )?back|revert(?:ed|ing) (?:the|a|this|that|our))\b/iu;
const byItself =
  /\b(?:auto[- ]?(?:resolved|recovered|healed)|self[- ]?(?:resolved|recovered|healed)|by itself|by themselves|on its own|on their own|resolved itself|went away|recovered without|caught up|passed by itself)\b/iu;
/** Matches a sentence about a change that was made outside the organisation. */
const foreign = /\b(?:their|vendor|provider|upstream|carrier|third[ -]party)\b/iu;

/** Finds what a text states about cause and end. Ignores questions, and mentions of changes made after `start`. */
function readIncidentStatements(failure: Failure, named: readonly NamedChange[], start: number): IncidentStatements {
  const remedies = named
    .filter(({ unit }) => unit.candidateEvents.every(({ at }) => at >= start))
    .map(({ reference }) => reference);
  const text = `${failure.title}\n${failure.text}`.slice(0, textLimit);
  const sentences = text.split(/(?<=[.!?\n])/u).filter((sentence) => !sentence.trimEnd().endsWith('?'));
  const find = (pattern: RegExp, isMeant: (sentence: string) => boolean = () => true): string | null => {
    // Tests the whole text first, since this is fast and most texts have no match.
    if (!pattern.test(text)) return null;
    for (const sentence of sentences) {
      const match = pattern.exec(sentence)?.[0];
      if (match !== undefined && isMeant(sentence)) return match;
    }
    return null;
  };
  const statesNoChange = find(deniesChange);
  const statesChange = find(
    mentionsChange,
    (sentence) =>
      !foreign.test(sentence) &&
      !deniesChange.test(sentence) &&
      !remedies.some((reference) => sentence.includes(reference)),
  );
  return {
    statesChange,
    statesOther: statesChange === null ? findOtherReason(failure) : null,
    statesNoChange,
    statesManualStep: find(byHand),
    statesResolvingChange: find(byChange),
    statesSelfRecovery: find(byItself),
  };
}

const otherTriggers: ReadonlySet<string> = new Set(['hardware', 'traffic', 'time', 'dependency_change']);
const otherCauses: ReadonlySet<string> = new Set(['expiry_time', 'dependency', 'infrastructure']);

/** Quotes the likely cause or trigger if it is not a change but hardware, load, a date or a third party. */
function findOtherReason(failure: Failure): string | null {
  const { cause, trigger, causes, triggers } = assessCause(failure);
  const byTrigger = otherTriggers.has(trigger) ? (triggers[0]?.evidence[0] ?? trigger) : null;
  const byCause = otherCauses.has(cause) ? (causes[0]?.evidence[0] ?? cause) : null;
  return byTrigger ?? byCause;
}
