import { AppError } from '@refrain/domain';
import type { JobName, JobPayload, OpenProducer } from '@refrain/jobs';

export interface EnqueueDeps {
  readonly onError: (error: AppError) => void;
  readonly producer: Pick<OpenProducer, 'enqueueMany'>;
}

type Enqueue = <Name extends JobName>(name: Name, payloads: readonly JobPayload<Name>[]) => Promise<void>;

/**
 * Creates a function that enqueues work that the database already lists as pending. If Redis is unavailable, it reports the
 * error and resolves: the reconciler enqueues the work later.
 */
export function createEnqueue({ producer, onError }: EnqueueDeps): Enqueue {
  return async (name, payloads) => {
    await producer.enqueueMany(name, payloads).catch((cause: unknown) => {
      onError(new AppError('unavailable', `${name} could not be queued; the reconciler will do it.`, { cause }));
    });
  };
}
