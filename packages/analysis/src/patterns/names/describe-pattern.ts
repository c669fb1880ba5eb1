import type { Scenario } from '@refrain/domain';
import { compare } from '../../collections/compare.ts';
import { normalise } from '../../text/normalise.ts';
import type { CorpusStatistics } from '../similarity/corpus-statistics.ts';
import { listDistinguishingTerms } from './distinguishing-terms.ts';
import { findPhrase, findSymptom } from './find-phrase.ts';
import { type LessonInput, writeLesson, writeScenario } from './write-lesson.ts';

export interface DescriptionInput
  extends Pick<LessonInput, 'members' | 'episodes' | 'cause' | 'setOff' | 'resolutions'> {
  /** Over all failures, for the contrast with the members. */
  readonly statistics: CorpusStatistics;
  /** The terms found by clustering; computed from the members if omitted. */
  readonly terms?: readonly string[];
}

export interface PatternDescription {
  /** A clause from the members' texts. */
  readonly name: string;
  readonly lesson: string;
  readonly scenario: Scenario;
  /** Strongest first. */
  readonly terms: string[];
}

const termCount = 8;

/** Describes a pattern in words. The order of the members does not matter. */
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
