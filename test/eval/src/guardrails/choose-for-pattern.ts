import { type GuardrailInput, type PipelineOutput, readGuardrailMembers, recommendGuardrails } from '@refrain/analysis';
import type { Failure, GuardrailChoice } from '@refrain/domain';
import type { Observation } from '../observe-organisation.ts';

type Found = PipelineOutput['patterns'][number];

/** Chooses guardrails for a pattern that was found, without forecast, cost or history. */
export function chooseForPattern(
  { pattern, members }: Found,
  { links, episodes }: Pick<PipelineOutput, 'links' | 'episodes'>,
  { failures, changes }: Observation,
): { readonly input: GuardrailInput; readonly choice: GuardrailChoice } {
  const known = new Map(failures.map((failure) => [failure.id, failure]));
  const own = members.flatMap(({ failureId }) => known.get(failureId) ?? []);
  const ids = new Set(own.map(({ id }) => id));
  const observed = episodes.flatMap(({ id, failureIds }) => {
    const inside = failureIds.filter((one) => ids.has(one)).flatMap((one) => known.get(one) ?? []);
    return inside.length === 0 ? [] : [observe(id, inside)];
  });
  const input: GuardrailInput = {
    pattern,
    members: readGuardrailMembers(own, links, new Map(changes.map((change) => [change.id, change]))),
    episodes: observed,
    ...{ expectedEpisodes: null, costHours: null, history: [] },
  };
  return { input, choice: recommendGuardrails(input) };
}

function observe(id: string, failures: readonly Failure[]): GuardrailInput['episodes'][number] {
  const each = (of: (failure: Failure) => readonly string[]) => [...new Set(failures.flatMap(of))];
  return {
    ...{ id, patternId: null, cause: 'unknown', trigger: 'unknown' },
    kinds: [...new Set(failures.map(({ kind }) => kind))],
    startedAt: failures.map(({ occurredAt }) => occurredAt).sort()[0] ?? '',
    ...{ endedAt: null, hours: null },
    services: each(({ services }) => services),
    repositories: each(({ repository }) => (repository === null ? [] : [repository])),
    ...{ environments: [], paths: [] },
    failureIds: failures.map((failure) => failure.id),
  };
}
