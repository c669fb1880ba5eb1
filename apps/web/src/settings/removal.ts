import { isNotFound } from '../api/api-problem.ts';
import { invalidateQueries } from '../api/refrain.ts';
import { notify, notifyProblem } from '../components/notify.tsx';

interface Removal {
  readonly list: string;
  readonly done: string;
  readonly wasFirst: string;
  /** Closes the modal after the removal. If `close` is given, the modal itself shows all errors except "not found". */
  close?(): void;
}

/** Returns the options of a mutation that removes an item from a list. A missing item counts as removed by somebody else. */
export function createRemovalMutationOptions({ list, done, wasFirst, close }: Removal) {
  async function finish(message: string) {
    close?.();
    await invalidateQueries(list);
    notify({ message });
  }
  return {
    onSuccess: () => finish(done),
    async onError(error: unknown) {
      if (isNotFound(error)) await finish(wasFirst);
      else if (close === undefined) notifyProblem(error);
    },
  };
}
