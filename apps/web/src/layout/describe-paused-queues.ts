import type { Schemas } from '../api/refrain.ts';

type Queues = Schemas['StatusResponse']['queues'];

/** Returns a sentence about the queues that an admin paused; null where none is. */
export function describePausedQueues(queues: Queues): string | null {
  const names = Object.entries(queues).flatMap(([name, { isPaused }]) => (isPaused ? [name] : []));
  if (names.length === 0) return null;
  return names.length === 1 ? `The queue ${names[0]} is paused` : `The queues ${names.join(', ')} are paused`;
}
