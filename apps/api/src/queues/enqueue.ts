import { AppError } from '@refrain/domain';
import type { JobName, JobPayload, ProducerWithQueues } from '@refrain/jobs';

export interface JobEnqueuerDeps {
  readonly onError: (error: AppError) => void;
  readonly producer: Pick<ProducerWithQueues, 'enqueueMany'>;
}

type Enqueue = <Name extends JobName>(name: Name, payloads: readonly JobPayload<Name>[]) => Promise<void>;

/**
 * Creates a function that enqueues work which is pending in the database. If Redis is unavailable, the function only reports
 * the error, because the reconciler enqueues the work later.
 */
export function createJobEnqueuer({ producer, onError }: JobEnqueuerDeps): Enqueue {
  return async (name, payloads) => {
    await producer.enqueueMany(name, payloads).catch((cause: unknown) => {
      onError(
        new AppError('unavailable', `${name} could not be enqueued. The reconciler enqueues it later.`, { cause }),
      );
    });
  };
}
