import type { Scenario } from '@refrain/domain';
import { compare } from '../../collections/compare.ts';
import { normalise } from '../../text/normalise.ts';
import type { CorpusStatistics } from '../similarity/corpus-statistics.ts';
import { listDistinguishingTerms } from './distinguishing-terms.ts';
import { findPhrase, findSymptom } from './find-phrase.ts';
import { type LessonInput, writeLesson, writeScenario } from './write-lesson.ts';

export interface DescriptionInput
  extends Pick<LessonInput, 'members' | 'episodes' | 'cause' | 'triggeredIds' | 'resolutions'> {
  /** Word statistics of all failures, with which those of the members are compared */
  readonly statistics: CorpusStatistics;
  /** Terms that the clustering found for the pattern; if omitted, they are computed from the members */
  readonly terms?: readonly string[];
}

export interface PatternDescription {
  /** Name of the pattern, usually a clause that the members' texts share */
  readonly name: string;
  readonly lesson: string;
  readonly scenario: Scenario;
  readonly terms: string[];
}

const termCount = 8;

export function describePattern(input: DescriptionInput): PatternDescription {
  const members = [...input.members].sort(
    (a, b) => Date.parse(a.occurredAt) - Date.parse(b.occurredAt) || compare(a.id, b.id),
  );
  const normalised = members.map(normalise);
  const terms = input.terms ?? listDistinguishingTerms(normalised, input.statistics, termCount);
  const words = { members, normalised, statistics: input.statistics };
  const name = findPhrase(words);
  const symptom = findSymptom(words);
  const isName = symptom?.toLowerCase() === name.toLowerCase();
  const scenario = writeScenario({ ...input, members, normalised, terms, symptom: isName ? null : symptom });
  return { name, lesson: writeLesson(scenario), scenario, terms: [...terms] };
}
