import { AppError } from '@refrain/domain';
import type { JobName, JobPayload, OpenProducer } from '@refrain/jobs';

export interface EnqueueDeps {
  readonly onError: (error: AppError) => void;
  readonly producer: Pick<OpenProducer, 'enqueueMany'>;
}

type Enqueue = <Name extends JobName>(name: Name, payloads: readonly JobPayload<Name>[]) => Promise<void>;

/**
 * Queues work that is owed by what is stored already. While the queue is away the request has succeeded all the same: the
 * trouble is reported, and the reconciler finds the work in the database.
 */
export function createEnqueue({ producer, onError }: EnqueueDeps): Enqueue {
  return async (name, payloads) => {
    await producer.enqueueMany(name, payloads).catch((cause: unknown) => {
      onError(new AppError('unavailable', `${name} could not be queued; the reconciler will do it.`, { cause }));
    });
  };
}
