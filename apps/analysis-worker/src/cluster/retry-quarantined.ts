import { type Handler, keyOfJob, type Producer } from '@refrain/jobs';
import type { Store } from '@refrain/store';

export interface GroupAgainDeps {
  readonly store: { readonly deadLetters: Pick<Store['deadLetters'], 'done'> };
  readonly producer: Pick<Producer, 'enqueue'>;
}

/** What broke the grouping is in the next one again: no more than its dead letter keeps it out. */
export function createGroupAgain({ store, producer }: GroupAgainDeps): Handler<'group-again'> {
  return async (culprit) => {
    await store.deadLetters.done(keyOfJob('group-again', culprit));
    await producer.enqueue('recluster', {});
  };
}
