import type { LessonParts, StatedPassage } from '@refrain/domain';
import { compareByTime } from '../../collections/sort-by-time.ts';
import { readReport } from '../../extraction/read-report.ts';
import { findResolution } from '../../extraction/resolution/find-resolution.ts';
import { findRootCause } from '../../extraction/root-cause/find-root-cause.ts';
import type { FailureDocument } from '../../text/failure-document.ts';
import { formatDay } from '../../text/format.ts';
import { normaliseDocument } from '../../text/normalise-document.ts';
import type { CorpusStatistics } from '../similarity/corpus-statistics.ts';
import { isBlameless } from './blameless-words.ts';
import { findComponent } from './find-component.ts';
import { findPatternName, findPatternSymptom } from './find-pattern-name.ts';
import { findSharedMechanism, writeMechanismClause } from './find-shared-mechanism.ts';
import {
  type DatedQuotation,
  type PatternLessonInput,
  writePatternLesson,
  writePatternScenario,
} from './write-pattern-lesson.ts';

type DerivedInput = 'normalised' | 'symptom' | 'mechanism' | 'rootCause' | 'statedResolution';

export interface PatternDescriptionInput extends Omit<PatternLessonInput, DerivedInput> {
  /** Word statistics of all failures, with which those of the members are compared */
  readonly statistics: CorpusStatistics;
}

/** Number of newest failures that are read for a mechanism and a component */
const maxRead = 60;

/** Names a pattern by what fails and how, and describes its scenario. */
export function describePattern(input: PatternDescriptionInput): {
  name: string;
  lesson: string;
  scenario: LessonParts;
  /** The name of the shared mechanism; null if the episodes share none */
  mechanism: string | null;
} {
  const members = [...input.members].sort(compareByTime);
  const normalised = members.map(normaliseDocument);
  const words = { members, normalised, statistics: input.statistics };
  const read = members.slice(-maxRead).map((member) => ({ member, reading: readReport(member) }));
  const shared = findSharedMechanism({ read, episodes: input.episodes });
  const component = findComponent({ ...words, read });
  const name = findPatternName({
    ...words,
    mechanism: shared && {
      clause: component === null ? null : writeMechanismClause(shared.mechanism, component),
      name: shared.mechanism.name,
      isGeneral: shared.mechanism.isGeneral === true,
    },
    component,
  });
  const symptom = findPatternSymptom(words);
  const isName = symptom?.toLowerCase() === name.toLowerCase();
  const scenario = writePatternScenario({
    ...input,
    members,
    normalised,
    mechanism: shared,
    rootCause: quoteNewest(members, ({ title, text }) => findRootCause(title, text)),
    statedResolution: quoteNewest(members, ({ text }) => findResolution(text)),
    symptom: isName ? null : symptom,
  });
  return { name, lesson: writePatternLesson(scenario), scenario, mechanism: shared?.mechanism.name ?? null };
}

/** Matches messages to people, which may contain names. */
const addressesPeople = /(?:^|\n|\s)(?:cc:? |@\w)/iu;

/** Number of newest failures whose quotations are considered */
const maxQuoted = 10;

/** Quotes the newest failure that makes a statement without blame. */
function quoteNewest(
  members: readonly FailureDocument[],
  read: (member: FailureDocument) => StatedPassage | null,
): DatedQuotation | null {
  for (const member of members.slice(-maxQuoted).reverse()) {
    const stated = (member.kind ?? 'incident') === 'incident' ? read(member) : null;
    if (stated !== null && !addressesPeople.test(stated.quote) && isBlameless(stated.quote))
      return { date: formatDay(member.occurredAt), quote: stated.quote };
  }
  return null;
}
