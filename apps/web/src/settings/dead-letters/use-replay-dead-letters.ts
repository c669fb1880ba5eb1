import { invalidateQueries } from '../../api/query-client.ts';
import { refrain } from '../../api/refrain.ts';
import { notify, notifyProblem } from '../../components/notify.tsx';
import { count } from '../../labels/count.ts';

export function useReplayDeadLetters() {
  return refrain.useMutation('post', '/v1/dead-letters/replay', {
    async onSuccess({ replayed, notReplayed }) {
      await invalidateQueries('/v1/dead-letters');
      const rest =
        notReplayed === 0 ? '' : ` ${count(notReplayed, 'dead letter')} cannot be replayed as they are: each says why.`;
      notify({ message: `${count(replayed, 'dead letter')} tried again.${rest}` });
    },
    onError: notifyProblem,
  });
}
