import type { Scenario } from '@refrain/domain';
import { compareByTime } from '../../collections/sort-by-time.ts';
import { normaliseDocument } from '../../text/normalise-document.ts';
import type { CorpusStatistics } from '../similarity/corpus-statistics.ts';
import { listDistinguishingTerms } from './distinguishing-terms.ts';
import { findPatternName, findSymptom } from './find-pattern-name.ts';
import { type LessonInput, writeLesson, writeScenario } from './write-lesson.ts';

export interface PatternDescriptionInput
  extends Pick<LessonInput, 'members' | 'episodes' | 'cause' | 'triggeredIds' | 'resolutions'> {
  /** Word statistics of all failures, with which those of the members are compared */
  readonly statistics: CorpusStatistics;
  /** Terms that the clustering found for the pattern; if omitted, they are computed from the members */
  readonly terms?: readonly string[];
}

const termCount = 8;

export function describePattern(input: PatternDescriptionInput): {
  name: string;
  lesson: string;
  scenario: Scenario;
  terms: string[];
} {
  const members = [...input.members].sort(compareByTime);
  const normalised = members.map(normaliseDocument);
  const terms = input.terms ?? listDistinguishingTerms(normalised, input.statistics, termCount);
  const words = { members, normalised, statistics: input.statistics };
  const name = findPatternName(words);
  const symptom = findSymptom(words);
  const isName = symptom?.toLowerCase() === name.toLowerCase();
  const scenario = writeScenario({ ...input, members, normalised, terms, symptom: isName ? null : symptom });
  return { name, lesson: writeLesson(scenario), scenario, terms: [...terms] };
}
