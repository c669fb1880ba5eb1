import { invalidateQueries, refrain, type Schemas } from '../api/refrain.ts';
import { notify, notifyProblem } from '../components/notify.tsx';
import { millisecondsPerDay } from '../labels/times.ts';

const affectedPaths = ['/v1/improvements', '/v1/patterns', '/v1/overview'] as const;
const snoozeDays = 30;

export function useTriageActions({ id }: Pick<Schemas['Improvement'], 'id'>) {
  const request = { params: { path: { id } } };
  const options = { onError: notifyProblem, onSettled: () => invalidateQueries(...affectedPaths) };
  const decline = refrain.useMutation('post', '/v1/improvements/{id}/decline', options);
  const snooze = refrain.useMutation('post', '/v1/improvements/{id}/snooze', options);
  const wake = () => snooze.mutateAsync({ ...request, body: { until: new Date().toISOString() } });
  return {
    isPending: decline.isPending || snooze.isPending,
    decline: (reason?: string) =>
      decline.mutate(
        { ...request, body: reason ? { reason } : {} },
        { onSuccess: () => notify({ message: 'Declined. It can still be approved under “Declined”.' }) },
      ),
    snooze: () =>
      snooze.mutate(
        { ...request, body: { until: new Date(Date.now() + snoozeDays * millisecondsPerDay).toISOString() } },
        { onSuccess: () => notify({ message: 'Snoozed.', undo: wake }) },
      ),
    wake: () => void wake(),
  };
}
