import type { ObservedRefrain } from './observed-refrain.ts';

/** Does something while the jobs of a queue wait: they can be looked at as they lie there. */
export async function whilePaused<T>(refrain: ObservedRefrain, queue: string, work: () => Promise<T>): Promise<T> {
  const turn = (state: string) => refrain.ask('PUT', `/queues/api/queues/${queue}/${state}`);
  await turn('pause');
  return await work().finally(() => turn('resume'));
}
