import type { PipelineOutput } from '@refrain/analysis';
import { collectGuardrailMembers, type GuardrailInput, recommendGuardrails } from '@refrain/analysis/evaluation';
import type { GuardrailChoice } from '@refrain/domain';
import type { Observation } from '../organisations/observe-organisation.ts';

type Found = PipelineOutput['patterns'][number];

/** Chooses guardrails for a found pattern, without a forecast, costs or a history of decisions. */
export function chooseGuardrails(
  { pattern, members }: Found,
  { links, observed }: Pick<PipelineOutput, 'links' | 'observed'>,
  { failures, changes }: Observation,
): { readonly input: GuardrailInput; readonly choice: GuardrailChoice } {
  const known = new Map(failures.map((failure) => [failure.id, failure]));
  const own = members.flatMap(({ failureId }) => known.get(failureId) ?? []);
  const input: GuardrailInput = {
    pattern,
    members: collectGuardrailMembers(own, links, new Map(changes.map((change) => [change.id, change]))),
    episodes: observed.episodes.filter(({ patternId }) => patternId === pattern.id),
    expectedEpisodes: null,
    costHours: null,
    history: [],
  };
  return { input, choice: recommendGuardrails(input) };
}
