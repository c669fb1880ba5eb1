import { createDeduplicationKey, type JobHandler, type Producer } from '@refrain/jobs';
import type { Store } from '@refrain/store';

export interface RetryQuarantinedDeps {
  readonly store: { readonly operations: Pick<Store['operations'], 'resolveDeadLetter'> };
  readonly producer: Pick<Producer, 'enqueue'>;
}

/** Deletes the dead letter of a quarantined item, so that the next clustering includes the item again. */
export function createRetryQuarantinedHandler({
  store,
  producer,
}: RetryQuarantinedDeps): JobHandler<'retry-quarantined'> {
  return async (poison) => {
    await store.operations.resolveDeadLetter(createDeduplicationKey('retry-quarantined', poison));
    await producer.enqueue('recluster', {});
  };
}
