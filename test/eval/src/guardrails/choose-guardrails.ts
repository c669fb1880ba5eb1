import type { PipelineOutput } from '@refrain/analysis';
import {
  collectPatternMembers,
  type GuardrailRecommendationInput,
  recommendGuardrails,
} from '@refrain/analysis/evaluation';
import type { PatternGuardrails } from '@refrain/domain';
import type { ParsedRecords } from '../organisations/parse-organisation.ts';

type Found = PipelineOutput['patterns'][number];

/** Chooses guardrails for a found pattern, without a forecast, costs or a history of decisions. */
export function chooseGuardrails(
  { pattern, members }: Found,
  { links, observed }: Pick<PipelineOutput, 'links' | 'observed'>,
  { failures, changes }: ParsedRecords,
): { readonly input: GuardrailRecommendationInput; readonly choice: PatternGuardrails } {
  const known = new Map(failures.map((failure) => [failure.id, failure]));
  const own = members.flatMap(({ failureId }) => known.get(failureId) ?? []);
  const input: GuardrailRecommendationInput = {
    pattern,
    members: collectPatternMembers(own, links, new Map(changes.map((change) => [change.id, change]))),
    episodes: observed.episodes.filter(({ patternId }) => patternId === pattern.id),
    expectedEpisodes: null,
    costHours: null,
    history: [],
  };
  return { input, choice: recommendGuardrails(input) };
}
