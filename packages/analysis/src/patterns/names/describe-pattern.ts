import type { Scenario } from '@refrain/domain';
import { compare } from '../../collections/compare.ts';
import { normalise } from '../../text/normalise.ts';
import type { CorpusStatistics } from '../similarity/corpus-statistics.ts';
import { listDistinguishingTerms } from './distinguishing-terms.ts';
import { findPhrase, findSymptom } from './find-phrase.ts';
import { type LessonInput, writeLesson, writeScenario } from './write-lesson.ts';

export interface DescriptionInput
  extends Pick<LessonInput, 'members' | 'episodes' | 'cause' | 'setOff' | 'resolutions'> {
  /** Over all failures, to contrast the members with the rest. */
  readonly statistics: CorpusStatistics;
  /** Those that the grouping found; found anew from the members where they are not given. */
  readonly terms?: readonly string[];
}

export interface PatternDescription {
  /** A clause that stands in the members' texts. */
  readonly name: string;
  readonly lesson: string;
  readonly scenario: Scenario;
  /** Strongest first. */
  readonly terms: string[];
}

const termCount = 8;

/** Puts a pattern into words. Independent of the order of the members. */
export function describePattern(input: DescriptionInput): PatternDescription {
  const members = [...input.members].sort(
    (a, b) => Date.parse(a.occurredAt) - Date.parse(b.occurredAt) || compare(a.id, b.id),
  );
  const normalised = members.map(normalise);
  const terms = input.terms ?? listDistinguishingTerms(normalised, input.statistics, termCount);
  const words = { members, normalised, statistics: input.statistics };
  const name = findPhrase(words);
  const symptom = findSymptom(words);
  const saysMore = symptom !== null && symptom.toLowerCase() !== name.toLowerCase();
  const scenario = writeScenario({
    members,
    normalised,
    episodes: input.episodes,
    terms,
    symptom: saysMore ? symptom : null,
    cause: input.cause,
    setOff: input.setOff,
    resolutions: input.resolutions,
  });
  return { name, lesson: writeLesson(scenario), scenario, terms: [...terms] };
}
