import type { Scenario } from '@refrain/domain';
import { compareByTime } from '../../collections/sort-by-time.ts';
import { normaliseDocument } from '../../text/normalise-document.ts';
import type { CorpusStatistics } from '../similarity/corpus-statistics.ts';
import { findPatternName, findSymptom } from './find-pattern-name.ts';
import { type LessonInput, writeLesson, writeScenario } from './write-lesson.ts';

export interface PatternDescriptionInput extends Omit<LessonInput, 'normalised' | 'symptom'> {
  /** Word statistics of all failures, with which those of the members are compared */
  readonly statistics: CorpusStatistics;
}

/** Names a pattern, usually by a clause that its members' texts share, and describes its scenario. */
export function describePattern(input: PatternDescriptionInput): { name: string; lesson: string; scenario: Scenario } {
  const members = [...input.members].sort(compareByTime);
  const normalised = members.map(normaliseDocument);
  const words = { members, normalised, statistics: input.statistics };
  const name = findPatternName(words);
  const symptom = findSymptom(words);
  const isName = symptom?.toLowerCase() === name.toLowerCase();
  const scenario = writeScenario({ ...input, members, normalised, symptom: isName ? null : symptom });
  return { name, lesson: writeLesson(scenario), scenario };
}
