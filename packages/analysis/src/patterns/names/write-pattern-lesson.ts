import {
  type Cause,
  type CauseAssessment,
  FailureKind,
  type LessonParts,
  type ObservedEpisode,
  type Trigger,
} from '@refrain/domain';
import { groupBy } from '../../collections/group-by.ts';
import { failureMapRowsOf } from '../../metrics/map/rows.ts';
import { isRevertTitle } from '../../text/extract-original-title.ts';
import type { FailureDocument, NormalisedDocument } from '../../text/failure-document.ts';
import { formatCount, formatEnumValue, formatList } from '../../text/format.ts';
import { chooseBlamelessText, isNotGivenName } from './blameless-words.ts';
import { countNames, type NameCount } from './count-names.ts';

/** The title of a change that resolved a failure, according to a `resolved_by` link. */
export interface ResolvingChangeTitle {
  readonly failureId: string;
  readonly title: string;
}

type LessonEpisode = Pick<ObservedEpisode, 'failureIds' | 'services' | 'repositories'>;

export interface PatternLessonInput {
  readonly members: readonly FailureDocument[];
  readonly normalised: readonly NormalisedDocument[];
  /** All episodes of the pattern */
  readonly episodes: readonly LessonEpisode[];
  readonly terms: readonly string[];
  /** A clause of an alert title or a deployment status; null if unknown */
  readonly symptom: string | null;
  readonly cause: Pick<CauseAssessment, 'cause' | 'trigger'>;
  /** Ids of the failures whose trigger is known to be the same as the trigger in `cause` */
  readonly triggeredIds: ReadonlySet<string>;
  readonly resolutions: readonly ResolvingChangeTitle[];
}

const conditions: Readonly<Record<Trigger, string | null>> = {
  deployment: 'a change goes live',
  config_push: 'a setting is changed',
  traffic: 'traffic rises',
  maintenance: 'maintenance is under way',
  dependency_change: 'something that the service depends on changes',
  hardware: 'hardware fails',
  time: 'a date passes',
  unknown: null,
};

/** Each text continues the sentence "the system lets …". */
const weaknesses: Readonly<Record<Cause, string | null>> = {
  code_defect: 'a defect in the code get past the checks and reach users',
  configuration: 'a setting that does not fit take effect unchecked',
  capacity: 'demand outgrow what is provided before anyone is warned',
  dependency: 'the failure of a dependency become the failure of the service',
  infrastructure: 'the loss of one part of the infrastructure take the service down with it',
  data: 'data in a state that nobody expected pass unchecked',
  expiry_time: 'something run out without a warning that somebody acts on',
  security_access: 'access become narrower or wider than the work needs',
  process: 'a step of the work be left out without anything noticing',
  unknown: null,
};

const maxErrors = 3;
/** A trigger, symptom or resolution is mentioned only if at least this share of the episodes has it. */
const minShare = 0.2;
const maxScopes = 2;
const maxTerms = 4;
const maxTitleLength = 100;

/** Describes trigger, weakness, symptoms and resolution (each null without evidence), never what somebody did. */
export function writePatternScenario(input: PatternLessonInput): LessonParts {
  return {
    trigger: describeTrigger(input),
    cause: weaknesses[input.cause.cause],
    symptom: describeSymptoms(input),
    resolution: describeResolution(input),
  };
}

export function writePatternLesson({ trigger, cause, symptom, resolution }: LessonParts): string {
  return [describeRootCause(trigger, cause), symptom, resolution].filter((sentence) => sentence !== null).join(' ');
}

/** Describes the trigger, followed by the number of episodes with this trigger if not all have it. */
function describeTrigger({ cause: { trigger }, episodes, triggeredIds: setOff }: PatternLessonInput): string | null {
  const condition = conditions[trigger];
  const count = episodes.filter(({ failureIds }) => failureIds.some((id) => setOff.has(id))).length;
  if (condition === null || count < minShare * episodes.length) return null;
  return count === episodes.length ? condition : `${condition} (${formatPart(count, episodes.length)})`;
}

function describeRootCause(condition: string | null, allowed: string | null): string {
  if (allowed !== null) return `${condition === null ? 'The' : `When ${condition}, the`} system lets ${allowed}.`;
  return condition === null
    ? 'What allows it is not known yet.'
    : `It happens when ${condition}; what allows it is not known yet.`;
}

function describeSymptoms({ members, normalised, episodes, terms, symptom }: PatternLessonInput): string | null {
  const signatureOf = new Map(normalised.map(({ id, signature }) => [id, signature]));
  const errors = countNames(
    episodes.map(({ failureIds }) => failureIds.flatMap((id) => signatureOf.get(id) ?? [])),
    Math.max(2, Math.ceil(minShare * episodes.length)),
  ).slice(0, maxErrors);
  const where = describeScope(episodes);
  if (errors.length > 0) return `It shows as ${formatCounts(errors, episodes.length)}${where}.`;
  if (symptom !== null) return `It shows as “${symptom}”${where}.`;
  const kinds = formatKinds(members, episodes);
  if (kinds !== null) return `It shows as ${kinds}${where}.`;
  if (where !== '') return `It shows${where.replace(/^,/u, '')}.`;
  const spoken = terms.filter(isNotGivenName).slice(0, maxTerms);
  return spoken.length === 0 ? null : `Those who met it speak of ${formatList(spoken)}.`;
}

/** Formats the kinds of failures; null if all are incidents, because "It shows as incidents" says nothing. */
function formatKinds(members: readonly FailureDocument[], episodes: readonly LessonEpisode[]): string | null {
  const kindOf = new Map(members.map(({ id, kind = 'incident' }) => [id, kind]));
  const counts = FailureKind.options.map((kind) => ({
    name: `${formatEnumValue(kind)}s`,
    count: episodes.filter(({ failureIds }) => failureIds.some((id) => kindOf.get(id) === kind)).length,
  }));
  const shown = counts.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  return members.some(({ kind = 'incident' }) => kind !== 'incident') ? formatCounts(shown, episodes.length) : null;
}

/** Formats counts as `a (5 of 7 episodes) and b (2)`. */
function formatCounts(counts: readonly NameCount[], episodes: number): string {
  return formatList(counts.map(({ name, count }, at) => `${name} (${at === 0 ? formatPart(count, episodes) : count})`));
}

/**
 * Describes services and repositories as the end of a sentence, such as " in checkout"; empty if unknown. If there are
 * more than two, lists only those with clearly more episodes than the others.
 */
function describeScope(episodes: readonly LessonEpisode[]): string {
  const rows = episodes.map(({ services, repositories }) => failureMapRowsOf(services, repositories));
  const places = countNames(rows.map((own) => own.flatMap(({ service, repository }) => service ?? repository ?? [])));
  if (places.length === 0) return '';
  if (places.length <= maxScopes) return ` in ${formatScope(places, episodes.length)}`;
  const kinds = [
    ...(rows.flat().some(({ service }) => service !== null) ? ['services'] : []),
    ...(rows.flat().some(({ repository }) => repository !== null) ? ['repositories'] : []),
  ];
  const countAt = (at: number) => places[at]?.count ?? 0;
  const leading = [...places.keys()].slice(0, maxScopes).findLast((at) => countAt(at) > countAt(at + 1));
  const leaders =
    leading === undefined ? '' : `, most often in ${formatScope(places.slice(0, leading + 1), episodes.length)}`;
  return `, across ${places.length} ${formatList(kinds)}${leaders}`;
}

/** Formats locations with their numbers of episodes, which are omitted if all episodes happened in all locations. */
function formatScope(places: readonly NameCount[], episodes: number): string {
  const isAll = places.every(({ count }) => count === episodes);
  return formatList(places.map(({ name, count }) => (isAll ? name : `${name} (${formatCount(count, 'episode')})`)));
}

/** Describes how episodes were resolved. Ignores the deployment after a rollback, which only ships the revert. */
function describeResolution({ episodes, resolutions }: PatternLessonInput): string | null {
  const resolutionsOf = groupBy(resolutions, ({ failureId }) => [failureId]);
  const ended = episodes
    .map(({ failureIds }) => failureIds.flatMap((id) => resolutionsOf.get(id) ?? []).map(({ title }) => title))
    .filter((titles) => titles.length > 0);
  if (ended.length === 0 || ended.length < minShare * episodes.length) return null;
  const fixes = ended.filter((titles) => !titles.some(isRevertTitle));
  const takenBack = ended.length - fixes.length;
  const example = chooseBlamelessText(countNames(fixes).map(({ name }) => shorten(name)));
  const fixed = `a later change${example === null ? '' : ` such as “${example}”`}`;
  const count = formatPart(ended.length, episodes.length);
  const resolved = `${count} ${ended.length === 1 ? 'was' : 'were'} resolved`;
  if (fixes.length === 0) return `${resolved} by a rollback.`;
  if (takenBack === 0) return `${resolved} by ${fixed}.`;
  return `${resolved}: ${takenBack} by a rollback, ${fixes.length} by ${fixed}.`;
}

/** Formats a share of the episodes, such as `5 of 7 episodes`. */
function formatPart(count: number, episodes: number): string {
  return `${count} of ${formatCount(episodes, 'episode')}`;
}

function shorten(title: string): string {
  const line = title.replace(/\s+/gu, ' ').trim();
  return line.length <= maxTitleLength ? line : `${line.slice(0, maxTitleLength - 1).trimEnd()}…`;
}
