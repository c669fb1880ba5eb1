import { refresh } from '../api/query-client.ts';
import { refrain, type Schemas } from '../api/refrain.ts';
import { notify, notifyProblem } from '../components/notify.tsx';
import { dayInMs } from '../labels/times.ts';

const changed = ['/v1/improvements', '/v1/patterns', '/v1/overview'] as const;
const laterDays = 30;

/** Says of an improvement that nothing is to be done, or that it is to be left for later. */
export function useTriage({ id }: Pick<Schemas['Improvement'], 'id'>) {
  const at = { params: { path: { id } } };
  const options = { onError: notifyProblem, onSettled: () => refresh(...changed) };
  const refusal = refrain.useMutation('post', '/v1/improvements/{id}/decline', options);
  const pause = refrain.useMutation('post', '/v1/improvements/{id}/snooze', options);
  const wake = () => pause.mutateAsync({ ...at, body: { until: new Date().toISOString() } });
  return {
    isPending: refusal.isPending || pause.isPending,
    decline: (reason?: string) =>
      refusal.mutate(
        { ...at, body: reason ? { reason } : {} },
        { onSuccess: () => notify({ message: 'Declined. It can still be approved under “Declined”.' }) },
      ),
    snooze: (until = new Date(Date.now() + laterDays * dayInMs)) =>
      pause.mutate(
        { ...at, body: { until: until.toISOString() } },
        { onSuccess: () => notify({ message: 'Left for later.', undo: wake }) },
      ),
    wake: () => void wake(),
  };
}
