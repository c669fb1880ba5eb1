import { type Handler, keyOfJob, type Producer } from '@refrain/jobs';
import type { Store } from '@refrain/store';

export interface RetryQuarantinedDeps {
  readonly store: { readonly operations: Pick<Store['operations'], 'resolveDeadLetter'> };
  readonly producer: Pick<Producer, 'enqueue'>;
}

/** Returns a quarantined item to the clustering: deletes its dead letter, which keeps it out. */
export function createRetryQuarantined({ store, producer }: RetryQuarantinedDeps): Handler<'retry-quarantined'> {
  return async (poison) => {
    await store.operations.resolveDeadLetter(keyOfJob('retry-quarantined', poison));
    await producer.enqueue('recluster', {});
  };
}
