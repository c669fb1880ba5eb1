import type { FailureKind, ObservedEpisode } from '@refrain/domain';
import { normaliseDocument } from '../text/normalise-document.ts';
import type { GuardrailRecommendationInput, PatternMember } from './guardrail-recommendation-input.ts';

export function createPatternMember(id: string, text: string, given: Partial<PatternMember> = {}): PatternMember {
  const title = `Alert ${id}`;
  return {
    report: { title, text },
    document: normaliseDocument({ id, title, text, occurredAt: '2026-03-10T08:00:00.000Z' }),
    kind: 'incident',
    paths: [],
    resolution: null,
    isAfterChange: null,
    ...given,
  };
}

export function createPatternEpisode(
  id: string,
  startedAt: string,
  given: Partial<ObservedEpisode> = {},
): ObservedEpisode {
  const kinds: FailureKind[] = ['incident'];
  return {
    id,
    patternId: 'p',
    cause: 'unknown',
    trigger: 'unknown',
    kinds,
    startedAt,
    precision: 'instant',
    endedAt: null,
    hours: null,
    services: [],
    repositories: [],
    environments: [],
    paths: [],
    failureIds: [id],
    ...given,
  };
}

/** Creates a pattern whose episodes all have the same text. */
export function createRecommendationInput(
  text: string,
  episodes: number,
  given: Partial<GuardrailRecommendationInput> = {},
): GuardrailRecommendationInput {
  const ids = Array.from({ length: episodes }, (_, index) => `f${index}`);
  return {
    pattern: { id: 'p', cause: 'unknown', trigger: 'unknown' },
    members: ids.map((id) => createPatternMember(id, text)),
    episodes: ids.map((id, index) =>
      createPatternEpisode(id, `2026-0${1 + (index % 6)}-1${index % 9}T0${index % 8}:15:00.000Z`),
    ),
    expectedEpisodes: null,
    costHours: null,
    history: [],
    ...given,
  };
}
