import type { Schemas } from '../api/refrain.ts';

type Queues = Schemas['StatusResponse']['queues'];

export function describePausedQueues(queues: Queues): string | null {
  const names = Object.entries(queues).flatMap(([name, { isPaused }]) => (isPaused ? [name] : []));
  if (names.length === 0) return null;
  return names.length === 1 ? `The queue ${names[0]} is paused` : `The queues ${names.join(', ')} are paused`;
}
