import { useTimeout } from '@mantine/hooks';
import { useState } from 'react';
import { refresh } from '../api/query-client.ts';
import { refrain } from '../api/refrain.ts';
import { notify, notifyProblem } from '../components/notify.tsx';

/** In milliseconds: a reading of the whole history is done by then, or shows with the next look. */
const awaited = 12_000;

/** Has suggestions made anew; until they are there the list is asked for again and again. */
export function useResuggest() {
  const [isAwaited, setAwaited] = useState(false);
  const { start } = useTimeout(() => {
    setAwaited(false);
    void refresh('/v1/catalogue');
  }, awaited);
  const { mutate, isPending } = refrain.useMutation('post', '/v1/catalogue/suggest', {
    onSuccess() {
      setAwaited(true);
      start();
      notify({ message: 'Suggestions are being made anew and appear here in a moment. What was decided stays.' });
    },
    onError: notifyProblem,
  });
  return { ask: () => mutate({}), isPending, isAwaited };
}
