import type { WatchedRefrain } from './watched-refrain.ts';

/** Does something while the jobs of a queue wait: they can be looked at as they lie there. */
export async function whileHeld<T>(refrain: WatchedRefrain, queue: string, work: () => Promise<T>): Promise<T> {
  const turn = (state: string) => refrain.ask('PUT', `/queues/api/queues/${queue}/${state}`);
  await turn('pause');
  return await work().finally(() => turn('resume'));
}
