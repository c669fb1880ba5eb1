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
  /** Says what an undo did. */
  readonly undone: string;
  send(): Promise<{ readonly data?: Improvement }>;
}

/** Returns the decisions about an improvement. Each shows its result at once and offers to undo it. */
export function useTriageActions(improvement: Improvement) {
  const { id, title } = improvement;
  const params = { path: { id } };
  const decision = useMutation({
    mutationFn: async ({ send }: Step) => requireData((await send()).data),
    onMutate: ({ shown }) => updateCachedImprovement(improvement, shown),
    onSuccess: (decided, { message, undone }) =>
      notify({ message, undone, undo: () => undoImprovementDecision(improvement, decided) }),
    onError: notifyProblem,
    onSettled: () => invalidateQueries(...affectedPaths),
  });
  return {
    isPending: decision.isPending,
    decline: (reason: string) =>
      decision.mutate({
        shown: { state: 'declined', reason },
        message: `Declined “${title}”.${improvement.issueNumber === null ? '' : ' Refrain is closing the issue.'}`,
        undone: `“${title}” is no longer declined.`,
        send: () => api.POST('/v1/improvements/{id}/decline', { params, body: { reason } }),
      }),
    snooze: ({ days, until, reason }: Snooze) =>
      decision.mutate({
        shown: { snoozedUntil: until },
        message: `Snoozed “${title}” for ${days} days.`,
        undone: `“${title}” is no longer snoozed.`,
        send: () => api.POST('/v1/improvements/{id}/snooze', { params, body: { until, ...(reason && { reason }) } }),
      }),
    wake: () => {
      const until = new Date().toISOString();
      decision.mutate({
        shown: { snoozedUntil: until },
        message: `Ended the snooze of “${title}”.`,
        undone: `“${title}” is snoozed again.`,
        send: () => api.POST('/v1/improvements/{id}/snooze', { params, body: { until } }),
      });
    },
  };
}

/**
 * Undoes the latest decision in `decided`. Fails if somebody has decided since. Refrain closes or reopens the issue in the
 * background.
 * @param improvement the object of a list or page, whose fields stay on screen
 */
export async function undoImprovementDecision(
  improvement: Improvement,
  { lastDecision }: Pick<Improvement, 'lastDecision'>,
): Promise<void> {
  const params = { path: { id: improvement.id } };
  const body = { decisionId: lastDecision?.id ?? '' };
  try {
    const restored = requireData((await api.POST('/v1/improvements/{id}/undo', { params, body })).data);
    updateCachedImprovement({ ...improvement, ...restored }, restored);
  } finally {
    await invalidateQueries(...affectedPaths);
  }
}
