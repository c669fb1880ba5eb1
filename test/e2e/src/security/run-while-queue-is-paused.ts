import type { ObservedRefrain } from './observed-refrain.ts';

/** Runs work while a queue is paused, so that waiting jobs can be inspected. */
export async function runWhileQueueIsPaused<T>(
  refrain: ObservedRefrain,
  queue: string,
  work: () => Promise<T>,
): Promise<T> {
  const turn = (state: string) => refrain.ask('PUT', `/queues/api/queues/${queue}/${state}`);
  await turn('pause');
  return await work().finally(() => turn('resume'));
}
