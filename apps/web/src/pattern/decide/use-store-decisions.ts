import { useMutation } from '@tanstack/react-query';
import { api, invalidateQueries, type Schemas } from '../../api/refrain.ts';
import { notify } from '../../components/notify.tsx';

export type Decision = Schemas['CorrectionDecision'];

interface DecisionRequest {
  readonly decisions: readonly Decision[];
  readonly message: string;
}

const affectedPaths = [
  '/v1/corrections',
  '/v1/revert-templates',
  '/v1/patterns',
  '/v1/failures',
  '/v1/status',
  '/v1/overview',
  '/v1/onboarding',
];

/** Stores decisions that belong together, in order. They are undone together. */
export function useStoreDecisions() {
  return useMutation({
    async mutationFn({ decisions }: DecisionRequest) {
      const ids: string[] = [];
      for (const body of decisions) {
        const { data } = await api.POST('/v1/corrections', { body });
        if (data) ids.push(data.id);
      }
      return ids;
    },
    onSuccess: (ids, { message }) => notify({ message, undo: () => undoDecisions(ids) }),
    onSettled: () => invalidateQueries(...affectedPaths),
  });
}

/** Undoes decisions, last one first, because a decision may depend on earlier ones. */
export async function undoDecisions(ids: readonly string[]): Promise<void> {
  for (const id of ids.toReversed()) await api.DELETE('/v1/corrections/{id}', { params: { path: { id } } });
  await invalidateQueries(...affectedPaths);
}
