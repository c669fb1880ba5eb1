import {
  type CauseAssessment,
  joinQuotationLines,
  type LessonParts,
  type LessonQuotation,
  type ObservedEpisode,
  type Trigger,
} from '@refrain/domain';
import { findMechanismName } from '../../mechanisms/find-mechanism-name.ts';
import type { RemedyCount } from '../../remedies/count-remedies.ts';
import { describeRemedies } from '../../remedies/describe-remedies.ts';
import type { FailureDocument, NormalisedDocument } from '../../text/failure-document.ts';
import { capitalise, formatCount, formatDay, formatList, formatPartOfEpisodes } from '../../text/format.ts';
import type { ResolvingChange } from './choose-change.ts';
import { countNames, type NameCount } from './count-names.ts';
import type { LikelyMechanism, SharedMechanism } from './find-shared-mechanism.ts';
import { isContained } from './is-contained.ts';
import type { StatedSymptom } from './name-alerts.ts';
import { ticketId } from './ticket-ids.ts';

type LessonEpisode = Pick<ObservedEpisode, 'failureIds'>;

/** A statement of one failure's report, verbatim. */
export interface DatedQuotation extends LessonQuotation {
  /** Number of stated causes or resolutions, of which this is one; null if it is typical of the pattern */
  readonly of: number | null;
}

export interface PatternLessonInput {
  readonly members: readonly FailureDocument[];
  readonly normalised: readonly NormalisedDocument[];
  /** All episodes of the pattern */
  readonly episodes: readonly LessonEpisode[];
  /** The clause in the name that says how the failure shows; null if the name has none */
  readonly namedSymptom: StatedSymptom | null;
  /** A clause of an alert title or a deployment status; null if unknown */
  readonly symptom: string | null;
  readonly mechanism: SharedMechanism | null;
  /** The mechanism at which most episodes hint; null if they share one, or hint at none */
  readonly likely: LikelyMechanism | null;
  /** A typical root cause; null if no member states one */
  readonly rootCause: DatedQuotation | null;
  /** The remedies that resolved enough episodes to be named, most frequent first */
  readonly remedies: readonly RemedyCount[];
  /** A typical resolution; null if no member states one */
  readonly statedResolution: DatedQuotation | null;
  /** The newest change that resolved an episode, by the most frequent remedy if there is one; null if unknown */
  readonly resolvingChange: ResolvingChange | null;
  readonly cause: Pick<CauseAssessment, 'cause' | 'trigger'>;
  /** Ids of the failures that have the trigger in `cause` because a person decided so */
  readonly triggeredIds: ReadonlySet<string>;
}

/** Predicates of a sentence about episodes. */
const triggerPredicates: Readonly<Record<Trigger, string | null>> = {
  deployment: 'followed a deployment',
  config_push: 'followed a configuration change',
  traffic: 'came with a rise in load',
  maintenance: 'happened during maintenance or manual work',
  dependency_change: 'followed a change or an outage of a dependency',
  hardware: 'followed the loss of hardware',
  time: 'began at a date or time',
  unknown: null,
};

/**
 * Highest number of stated causes or resolutions of which a lesson quotes one that is not typical. A single action rarely
 * says how other episodes ended.
 */
const maxDiffering = { cause: 3, resolution: 1 };
const maxErrors = 3;
/** A symptom or trigger is mentioned only if at least this share of the episodes has it. */
const minShare = 0.5;
/** Minimum share of the episodes for a symptom in the name, which only has to be the most frequent one. */
const minNamedShare = 0.25;

/** Writes one sentence or more about each part; null without evidence. Never says what a person did. */
export function writePatternScenario(input: PatternLessonInput): LessonParts {
  const { rootCause, statedResolution, likely } = input;
  const supported = input.mechanism ?? likely;
  const cause = describeRootCause(input);
  const example = input.mechanism === null && likely !== null ? toQuotation(likely) : null;
  const quotedCause = cause === null ? example : (rootCause ?? example);
  const resolution = describeResolution(input);
  return {
    mechanism: describeMechanism(input),
    ...(supported === null ? {} : { mechanismFailureIds: [...supported.failureIds] }),
    ...(input.mechanism === null && input.likely !== null ? { likelyMechanism: input.likely.mechanism.name } : {}),
    cause,
    trigger: describeTrigger(input),
    ...describeSymptoms(input),
    resolution: resolution.text,
    ...(quotedCause === null ? {} : { causeQuotation: pickQuotation(quotedCause) }),
    ...(resolution.isQuoted && statedResolution !== null
      ? { resolutionQuotation: pickQuotation(statedResolution) }
      : {}),
    ...(resolution.remedies === null ? {} : { remedies: resolution.remedies }),
  };
}

/** Joins the parts in the order of a report: what fails, why, after which trigger, and what resolved it. */
export function writePatternLesson({ mechanism, cause, trigger, symptom, resolution }: LessonParts): string {
  return [symptom, mechanism, cause, trigger, resolution].filter((sentence) => sentence !== null).join(' ');
}

/**
 * Describes in how many episodes the trigger occurred. Counts only triggers that people decided, because texts state them too vaguely for a
 * count.
 */
function describeTrigger({ cause: { trigger }, members, episodes, triggeredIds }: PatternLessonInput): string | null {
  // Every reverted change was deployed before.
  if (members.every(({ kind }) => kind === 'reverted_change')) return null;
  const predicate = triggerPredicates[trigger];
  const count = episodes.filter(({ failureIds }) => failureIds.some((id) => triggeredIds.has(id))).length;
  if (predicate === null || count < Math.max(2, minShare * episodes.length)) return null;
  return `${count} of ${formatCount(episodes.length, 'episode')} ${predicate}.`;
}

/**
 * Names the mechanism with the number of episodes whose texts clearly state it. Does not call it the cause, because a text may state it as
 * the effect of something else.
 */
function describeMechanism({ mechanism, likely, episodes }: PatternLessonInput): string | null {
  if (mechanism === null) return likely && describeLikely(likely, episodes.length);
  const [stating, total] = [mechanism.failureIds.length, episodes.length];
  return `${capitalise(formatPartOfEpisodes(stating, total))} ${stating === 1 ? 'states' : 'state'} the mechanism “${findMechanismName(mechanism.mechanism.id)}”.`;
}

/** Says that a mechanism is only likely, and quotes a clear sentence. */
function describeLikely(
  { mechanism, failureIds: { length: hinted }, example: { member, quote: text } }: LikelyMechanism,
  total: number,
): string {
  const pointing = capitalise(formatPartOfEpisodes(hinted, total));
  const opening = `${pointing} ${hinted === 1 ? 'points' : 'point'} to the mechanism “${findMechanismName(mechanism.id)}”`;
  return `${opening}, for example on ${formatDay(member.occurredAt)}: ${quote({ quote: text })}`;
}

function toQuotation({ example: { member, quote: text } }: LikelyMechanism): LessonQuotation {
  return { failureId: member.id, at: member.occurredAt, quote: text };
}

function pickQuotation({ failureId, at, quote: text }: LessonQuotation): LessonQuotation {
  return { failureId, at, quote: text };
}

function describeRootCause({ rootCause }: PatternLessonInput): string | null {
  return rootCause && quoteOne(rootCause, 'cause', 'The report of DATE says');
}

/**
 * Quotes a statement; as an example unless it is typical of the pattern. Quotes none of many, because the others probably
 * differ. States no number of statements, because others may be in words that were not recognised.
 */
function quoteOne(quotation: DatedQuotation, noun: keyof typeof maxDiffering, opening: string): string | null {
  const { at, of } = quotation;
  if (of !== null && of > maxDiffering[noun]) return null;
  const written = opening.replace('DATE', formatDay(at));
  return `${of === null ? written : `For example, ${written.charAt(0).toLowerCase()}${written.slice(1)}`}: ${quote(quotation)}`;
}

function quote({ quote: text }: Pick<DatedQuotation, 'quote'>): string {
  const line = joinQuotationLines(text);
  return /[.!?]$/u.test(line) ? `“${line}”` : `“${line}”.`;
}

/** Matches a status code, which says too little about a failure. */
const statusCode = /^http \d/u;

/**
 * States in how many episodes the symptom in the name occurs; otherwise the shared errors, or else the shared clause of alert titles,
 * with the episodes that have it.
 */
function describeSymptoms(input: PatternLessonInput): Pick<LessonParts, 'symptom' | 'symptomFailureIds'> {
  const { namedSymptom, symptom, members } = input;
  if (namedSymptom !== null) return countSymptom(namedSymptom, input, minNamedShare);
  const errors = describeErrors(input);
  if (errors !== null) return errors;
  if (symptom === null) return { symptom };
  const reporting = members.filter(({ title }) => isContained(symptom, title)).map(({ id }) => id);
  return countSymptom({ written: symptom, failureIds: reporting }, input, minShare);
}

function countSymptom(
  { written, failureIds: stating }: StatedSymptom,
  { episodes }: PatternLessonInput,
  minimum: number,
): Pick<LessonParts, 'symptom' | 'symptomFailureIds'> {
  const known = new Set(stating);
  const reporting = episodes.flatMap(({ failureIds }) => failureIds.find((id) => known.has(id)) ?? []);
  const [count, total] = [reporting.length, episodes.length];
  if (count < Math.max(2, minimum * total)) return { symptom: null };
  const subject = capitalise(formatPartOfEpisodes(count, total));
  return { symptom: `${subject} report “${written}”.`, symptomFailureIds: reporting };
}

function describeErrors({
  members,
  normalised,
  episodes,
}: PatternLessonInput): Pick<LessonParts, 'symptom' | 'symptomFailureIds'> | null {
  const signatureOf = new Map(normalised.map(({ id, signature }) => [id, signature]));
  const titles = members.map(({ title }) => title.toLowerCase());
  const isInTitles = (name: string) =>
    titles.filter((title) => title.includes(name.toLowerCase())).length >= minShare * titles.length;
  const errors = countNames(
    episodes.map(({ failureIds }) =>
      failureIds
        .flatMap((id) => signatureOf.get(id) ?? [])
        .filter((name) => !ticketId.test(name) && !statusCode.test(name) && !isInTitles(name)),
    ),
    Math.max(2, Math.ceil(minShare * episodes.length)),
  ).slice(0, maxErrors);
  if (errors.length === 0) return null;
  const names = new Set(errors.map(({ name }) => name));
  const showing = normalised.filter(({ signature }) => signature.some((name) => names.has(name))).map(({ id }) => id);
  return {
    symptom: `${errors.length === 1 ? 'The error is' : 'The errors are'} ${formatCounts(errors, episodes.length)}.`,
    symptomFailureIds: showing,
  };
}

/** Formats counts as `a (5 of 7 episodes) and b (2)`. */
function formatCounts(counts: readonly NameCount[], episodes: number): string {
  return formatList(
    counts.map(({ name, count }, at) => `${name} (${at === 0 ? formatPartOfEpisodes(count, episodes) : count})`),
  );
}

interface DescribedResolution {
  /** All sentences; null if nothing is known */
  readonly text: string | null;
  /** The counted remedies; null if there are none */
  readonly remedies: string | null;
  readonly isQuoted: boolean;
}

/** Counts the episodes that each remedy resolved, and gives an example. */
function describeResolution({
  remedies,
  episodes,
  statedResolution,
  resolvingChange,
}: PatternLessonInput): DescribedResolution {
  const counted = describeRemedies(remedies, episodes.length);
  const quoted = statedResolution && quoteOne(statedResolution, 'resolution', 'The resolution of DATE was');
  const change =
    resolvingChange && `An episode was resolved on ${formatDay(resolvingChange.at)} by “${resolvingChange.title}”.`;
  const join = (sentences: readonly (string | null)[]) => sentences.filter((one) => one !== null).join(' ') || null;
  return {
    text: join([counted, quoted ?? change]),
    remedies: counted,
    isQuoted: quoted !== null,
  };
}
