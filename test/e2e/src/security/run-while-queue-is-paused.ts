import type { ObservedRefrain } from './observed-refrain.ts';

/** Pauses a queue, calls `work`, and resumes the queue, so that `work` can inspect waiting jobs. */
export async function runWhileQueueIsPaused<T>(
  refrain: ObservedRefrain,
  queue: string,
  work: () => Promise<T>,
): Promise<T> {
  const turn = (state: string) => refrain.ask('PUT', `/queues/api/queues/${queue}/${state}`);
  await turn('pause');
  return await work().finally(() => turn('resume'));
}
