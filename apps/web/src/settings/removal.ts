import { isMissing } from '../api/api-problem.ts';
import { invalidateQueries } from '../api/query-client.ts';
import { notify, notifyProblem } from '../components/notify.tsx';

interface Removal {
  readonly list: string;
  readonly done: string;
  readonly wasFirst: string;
  /** Closes the modal, which then shows all other errors itself. */
  close?(): void;
}

/** Returns the options of a mutation after which an item leaves its list. A missing item has left it already. */
export function removalOptions({ list, done, wasFirst, close }: Removal) {
  async function finish(message: string) {
    close?.();
    await invalidateQueries(list);
    notify({ message });
  }
  return {
    onSuccess: () => finish(done),
    async onError(error: unknown) {
      if (isMissing(error)) await finish(wasFirst);
      else if (close === undefined) notifyProblem(error);
    },
  };
}
