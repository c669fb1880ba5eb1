import { useMutation } from '@tanstack/react-query';
import { requireData } from '../api/api-problem.ts';
import { api, invalidateQueries, type Schemas } from '../api/refrain.ts';
import { notify, notifyProblem } from '../components/notify.tsx';
import type { Snooze } from '../components/snooze-dialog.tsx';
import { updateCachedImprovement } from './cached-improvement.ts';

type Improvement = Schemas['Improvement'];

const affectedPaths = ['/v1/improvements', '/v1/patterns', '/v1/overview', '/v1/writes'] as const;

interface Step {
  /** The page shows these values until the server has responded. */
  readonly shown: Partial<Improvement>;
  readonly message: string;
  send(): Promise<unknown>;
}

/** Returns the decisions about an improvement. Each shows its result at once and offers to undo it. */
export function useTriageActions(improvement: Improvement) {
  const { id, title } = improvement;
  const params = { path: { id } };
  const decision = useMutation({
    mutationFn: ({ send }: Step) => send(),
    onMutate: ({ shown }) => updateCachedImprovement(improvement, shown),
    onSuccess: (_, { message }) => notify({ message, undo: () => undoImprovementDecision(improvement) }),
    onError: notifyProblem,
    onSettled: () => invalidateQueries(...affectedPaths),
  });
  return {
    isPending: decision.isPending,
    decline: (reason: string) =>
      decision.mutate({
        shown: { state: 'declined', reason },
        message: `Declined “${title}”.${improvement.issueNumber === null ? '' : ' Refrain closes the issue.'}`,
        send: () => api.POST('/v1/improvements/{id}/decline', { params, body: { reason } }),
      }),
    snooze: ({ days, until, reason }: Snooze) =>
      decision.mutate({
        shown: { snoozedUntil: until },
        message: `Snoozed “${title}” for ${days} days.`,
        send: () => api.POST('/v1/improvements/{id}/snooze', { params, body: { until, ...(reason && { reason }) } }),
      }),
    wake: () => {
      const until = new Date().toISOString();
      decision.mutate({
        shown: { snoozedUntil: until },
        message: `Ended the snooze of “${title}”.`,
        send: () => api.POST('/v1/improvements/{id}/snooze', { params, body: { until } }),
      });
    },
  };
}

/** Undoes the latest decision. Refrain closes or reopens the issue in the background. */
export async function undoImprovementDecision(improvement: Improvement): Promise<void> {
  const { data } = await api.POST('/v1/improvements/{id}/undo', { params: { path: { id: improvement.id } } });
  const restored = requireData(data);
  updateCachedImprovement({ ...improvement, ...restored }, restored);
  await invalidateQueries(...affectedPaths);
}
