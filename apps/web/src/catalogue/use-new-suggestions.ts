import { useTimeout } from '@mantine/hooks';
import { useState } from 'react';
import { invalidateQueries, refrain } from '../api/refrain.ts';
import { notify, notifyProblem } from '../components/notify.tsx';

/** Milliseconds for which the list polls after a request. Later suggestions appear with the next fetch of the list. */
const pollFor = 12_000;

/** Requests new suggestions. `isAwaited` tells whether the list should poll for them. */
export function useNewSuggestions() {
  const [isAwaited, setAwaited] = useState(false);
  const { start } = useTimeout(() => {
    setAwaited(false);
    void invalidateQueries('/v1/catalogue');
  }, pollFor);
  const { mutate, isPending } = refrain.useMutation('post', '/v1/catalogue/suggest', {
    onSuccess() {
      setAwaited(true);
      start();
      notify({ message: 'New suggestions appear here in a moment. Decided entries stay.' });
    },
    onError: notifyProblem,
  });
  return { ask: () => mutate({}), isPending, isAwaited };
}
