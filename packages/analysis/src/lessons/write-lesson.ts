import type { Cause, CauseAssessment, Scenario, Trigger } from '@refrain/domain';
import { sayList } from '../reports/say.ts';
import type { Document, NormalisedDocument } from '../text/document.ts';
import { chooseBlameless, namesNobody } from './blameless-words.ts';
import { isTakenBack } from './unwrap-title.ts';

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
  /** How it is seen, in the words of an alert or a status line. */
  readonly symptom: string | null;
  readonly cause: Pick<CauseAssessment, 'cause' | 'trigger'>;
  readonly endings: readonly Ending[];
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

/** Continues "the system lets …". */
const allowances: Readonly<Record<Cause, string | null>> = {
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

const mostErrors = 3;
const mostServices = 2;
const mostTerms = 4;
const longestTitle = 100;

/**
 * What a pattern teaches, worded as what the system allows, never as what somebody did: condition, what was allowed,
 * how it showed, what ended it. Says only what the assessment, the texts and the links say; null where these say nothing.
 */
export function writeScenario(input: LessonInput): Scenario {
  const { cause, trigger } = input.cause;
  return {
    condition: conditions[trigger],
    allowed: allowances[cause],
    signal: sayShowing(input),
    ended: sayEnding(input),
  };
}

/** A scenario in one breath. */
export function writeLesson({ condition, allowed, signal, ended }: Scenario): string {
  return [sayAllowance(condition, allowed), signal, ended].filter((sentence) => sentence !== null).join(' ');
}

function sayAllowance(condition: string | null, allowed: string | null): string {
  if (allowed !== null) return `${condition === null ? 'The' : `When ${condition}, the`} system lets ${allowed}.`;
  return condition === null
    ? 'What allows it is not known yet.'
    : `It happens when ${condition}; what allows it is not known yet.`;
}

function sayShowing({ members, normalised, terms, symptom }: LessonInput): string | null {
  const errors = countNames(
    normalised.map(({ signature }) => signature),
    2,
  ).slice(0, mostErrors);
  const where = sayWhere(
    countNames(
      members.map(({ services }) => services ?? []),
      1,
    ),
  );
  if (errors.length > 0) {
    const shown = errors.map(({ name, count }) => `${name} (${count} of ${members.length})`);
    return `It shows as ${sayList(shown)}${where}.`;
  }
  if (symptom !== null) return `It shows as “${symptom}”${where}.`;
  const kinds = sayKinds(members);
  if (kinds !== null) return `It shows as ${kinds}${where}.`;
  if (where !== '') return `It shows${where.replace(/^,/u, '')}.`;
  const told = terms.filter(namesNobody).slice(0, mostTerms);
  return told.length === 0 ? null : `Those who met it speak of ${sayList(told)}.`;
}

/** Null where all are incidents, which says nothing. */
function sayKinds(members: readonly Document[]): string | null {
  const count = (wanted: Document['kind'], one: string) => {
    const found = members.filter(({ kind }) => kind === wanted).length;
    return found === 0 ? [] : [`${found} ${one}${found === 1 ? '' : 's'}`];
  };
  const kinds = [
    ...count('failed_deployment', 'failed deployment'),
    ...count('reverted_change', 'reverted change'),
    ...count('incident', 'incident'),
  ];
  return members.some(({ kind }) => kind !== undefined && kind !== 'incident') ? sayList(kinds) : null;
}

/** Continues a sentence; empty where no service is known. */
function sayWhere(services: readonly { readonly name: string }[]): string {
  const named = services.slice(0, mostServices).map(({ name }) => name);
  if (named.length === 0) return '';
  return services.length <= mostServices
    ? ` in ${sayList(named)}`
    : `, across ${services.length} services, most often in ${sayList(named)}`;
}

function sayEnding({ members, endings }: LessonInput): string | null {
  const ids = new Set(members.map(({ id }) => id));
  const relevant = endings.filter(({ failureId }) => ids.has(failureId));
  const countEnded = (some: readonly Ending[]) => new Set(some.map(({ failureId }) => failureId)).size;
  const fixes = relevant.filter(({ title }) => !isTakenBack(title));
  const ended = countEnded(relevant);
  if (ended === 0) return null;
  const takenBack = ended - countEnded(fixes);
  const usual = chooseBlameless(
    countNames(
      fixes.map(({ title }) => [title]),
      1,
    ).map(({ name }) => shorten(name)),
  );
  const fixed = `${takenBack === 0 ? 'a later change' : 'a fix'}${usual === null ? '' : ` such as “${usual}”`}`;
  const count = `${ended} of ${members.length}`;
  if (fixes.length === 0) return `Taking the change back ended ${count}.`;
  if (takenBack === 0) return `What ended ${count} was ${fixed}.`;
  return `What ended ${count} was taking the change back (${takenBack}) or ${fixed} (${ended - takenBack}).`;
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

function shorten(title: string): string {
  const line = title.replace(/\s+/gu, ' ').trim();
  return line.length <= longestTitle ? line : `${line.slice(0, longestTitle - 1).trimEnd()}…`;
}
