import { isNotFound } from '../api/api-problem.ts';
import { invalidateQueries } from '../api/refrain.ts';
import { notify, notifyProblem } from '../components/notify.tsx';

interface Removal {
  readonly list: string;
  readonly message: string;
  readonly messageIfMissing: string;
  /** Closes the modal after the removal. If `close` is set, errors are not notified, because the modal shows them. */
  close?(): void;
}

/**
 * Returns the options of a mutation that removes an item from a list. If the item is missing, somebody else has removed it,
 * which is not an error.
 */
export function createRemovalMutationOptions({ list, message, messageIfMissing, close }: Removal) {
  async function finish(text: string) {
    close?.();
    await invalidateQueries(list);
    notify({ message: text });
  }
  return {
    onSuccess: () => finish(message),
    async onError(error: unknown) {
      if (isNotFound(error)) await finish(messageIfMissing);
      else if (close === undefined) notifyProblem(error);
    },
  };
}
