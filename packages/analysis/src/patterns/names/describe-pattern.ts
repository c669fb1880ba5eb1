import type { LessonParts } from '@refrain/domain';
import { compareByTime } from '../../collections/sort-by-time.ts';
import { normaliseDocument } from '../../text/normalise-document.ts';
import type { CorpusStatistics } from '../similarity/corpus-statistics.ts';
import { findPatternName, findPatternSymptom } from './find-pattern-name.ts';
import { type PatternLessonInput, writePatternLesson, writePatternScenario } from './write-pattern-lesson.ts';

export interface PatternDescriptionInput extends Omit<PatternLessonInput, 'normalised' | 'symptom'> {
  /** Word statistics of all failures, with which those of the members are compared */
  readonly statistics: CorpusStatistics;
}

/** Names a pattern, usually by a clause that its members' texts share, and describes its scenario. */
export function describePattern(input: PatternDescriptionInput): {
  name: string;
  lesson: string;
  scenario: LessonParts;
} {
  const members = [...input.members].sort(compareByTime);
  const normalised = members.map(normaliseDocument);
  const words = { members, normalised, statistics: input.statistics };
  const name = findPatternName(words);
  const symptom = findPatternSymptom(words);
  const isName = symptom?.toLowerCase() === name.toLowerCase();
  const scenario = writePatternScenario({ ...input, members, normalised, symptom: isName ? null : symptom });
  return { name, lesson: writePatternLesson(scenario), scenario };
}
