import type { Cause, CauseAssessment, Trigger } from '@refrain/domain';
import type { Document, NormalisedDocument } from '../text/document.ts';

/** A change that ended a failure. */
export interface Ending {
  readonly failureId: string;
  /** Title of the change. */
  readonly title: string;
}

export interface LessonInput {
  readonly members: readonly Document[];
  readonly normalised: readonly NormalisedDocument[];
  readonly terms: readonly string[];
  readonly cause: Pick<CauseAssessment, 'cause' | 'trigger'>;
  readonly endings: readonly Ending[];
}

const conditions: Readonly<Record<Trigger, string | null>> = {
  deployment: 'a change is rolled out',
  config_push: 'a setting is changed',
  traffic: 'traffic rises',
  maintenance: 'maintenance is under way',
  dependency_change: 'something that it depends on changes',
  hardware: 'hardware fails',
  time: 'a date passes',
  unknown: null,
};

/** Continues "the system lets …". */
const allowances: Readonly<Record<Cause, string | null>> = {
  code_defect: 'a defect in code reach its users',
  configuration: 'a setting that does not fit take effect',
  capacity: 'demand outgrow what is provided',
  dependency: 'the failure of a dependency become its own',
  infrastructure: 'the loss of one part of the infrastructure stop the whole',
  data: 'data in an unexpected state pass unchecked',
  expiry_time: 'something expire without notice',
  security_access: 'access be narrower or wider than the work needs',
  process: 'a step of the work be left out',
  unknown: null,
};

const mostNamed = 4;
const longestTitle = 100;

/**
 * The lesson of a pattern, worded as what the system allows, never as what somebody did: condition, what was allowed,
 * how it showed, what ended it. Says only what the assessment, the texts and the links say.
 */
export function writeLesson(input: LessonInput): string {
  return [sayAllowance(input.cause), sayShowing(input), sayEnding(input)]
    .filter((sentence) => sentence !== null)
    .join(' ');
}

function sayAllowance({ cause, trigger }: LessonInput['cause']): string {
  const condition = conditions[trigger];
  const allowance = allowances[cause];
  if (allowance !== null) return `${condition === null ? 'The' : `When ${condition}, the`} system lets ${allowance}.`;
  return condition === null
    ? 'What allows it is not known yet.'
    : `It happens when ${condition}; what allows it is not known yet.`;
}

function sayShowing({ members, normalised, terms }: LessonInput): string | null {
  const signature = countNames(
    normalised.map((document) => document.signature),
    2,
  );
  const services = countNames(
    members.map((member) => member.services ?? []),
    1,
  );
  const signs = signature.length > 0 ? signature : terms.map((name) => ({ name, count: 0 }));
  if (signs.length === 0 && services.length === 0) return null;
  const shown = signs
    .slice(0, mostNamed)
    .map(({ name, count }) => (count > 0 ? `${name} (${count} of ${members.length})` : name));
  const where = services.slice(0, mostNamed).map(({ name }) => name);
  const more = services.length - where.length;
  return `It shows${shown.length > 0 ? ` as ${joinWords(shown)}` : ''}${
    where.length > 0 ? ` in ${joinWords(more > 0 ? [...where, `${more} more`] : where)}` : ''
  }.`;
}

function sayEnding({ members, endings }: LessonInput): string | null {
  const ids = new Set(members.map(({ id }) => id));
  const relevant = endings.filter(({ failureId }) => ids.has(failureId));
  if (relevant.length === 0) return null;
  const [usual] = countNames(
    relevant.map(({ title }) => [title]),
    1,
  );
  const ended = new Set(relevant.map(({ failureId }) => failureId)).size;
  return `A later change ended ${ended} of ${members.length}, such as “${shorten(usual?.name ?? '')}”.`;
}

/** Names by the number of lists that hold them, most first; those in fewer than `least` are left out. */
function countNames(lists: readonly (readonly string[])[], least: number): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const list of lists) for (const name of new Set(list)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .filter(({ count }) => count >= least)
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

function joinWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function shorten(title: string): string {
  const line = title.replace(/\s+/gu, ' ').trim();
  return line.length <= longestTitle ? line : `${line.slice(0, longestTitle - 1).trimEnd()}…`;
}
