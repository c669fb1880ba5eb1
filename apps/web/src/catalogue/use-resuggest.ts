import { useTimeout } from '@mantine/hooks';
import { useState } from 'react';
import { refresh } from '../api/query-client.ts';
import { refrain } from '../api/refrain.ts';
import { notify, notifyProblem } from '../components/notify.tsx';

/** How long to poll, in milliseconds. Suggestions are usually ready by then; later ones appear with the next fetch. */
const pollFor = 12_000;

/** Requests new suggestions and reports, as `isAwaited`, whether the list should be polled for them. */
export function useResuggest() {
  const [isAwaited, setAwaited] = useState(false);
  const { start } = useTimeout(() => {
    setAwaited(false);
    void refresh('/v1/catalogue');
  }, pollFor);
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
