import { type Handler, keyOfJob, type Producer } from '@refrain/jobs';
import type { Store } from '@refrain/store';

export interface RetryQuarantinedDeps {
  readonly store: { readonly operations: Pick<Store['operations'], 'resolveDeadLetter'> };
  readonly producer: Pick<Producer, 'enqueue'>;
}

/** Deletes the dead letter of a quarantined item, so that the next clustering includes the item again. */
export function createRetryQuarantined({ store, producer }: RetryQuarantinedDeps): Handler<'retry-quarantined'> {
  return async (poison) => {
    await store.operations.resolveDeadLetter(keyOfJob('retry-quarantined', poison));
    await producer.enqueue('recluster', {});
  };
}
