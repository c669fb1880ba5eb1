import { api } from '../../api/refrain.ts';

interface PatternOfFailure {
  readonly id: string;
  readonly name: string;
}

const pause = 1_500;
const maxAttempts = 60;

/**
 * Waits until the next clustering has separated two failures, and returns the pattern of the first one; null if it is in none, or
 * if the clustering takes longer than 90 seconds.
 */
export async function awaitSplit(movedId: string, stayingId: string): Promise<PatternOfFailure | null> {
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    await new Promise((done) => setTimeout(done, pause));
    const [moved, staying] = await Promise.all([findPattern(movedId), findPattern(stayingId)]);
    if (moved !== null && moved.id !== staying?.id) return moved;
  }
  return null;
}

async function findPattern(id: string): Promise<PatternOfFailure | null> {
  const { data } = await api.GET('/v1/failures/{id}', { params: { path: { id } } });
  if (data === undefined || data.patternId === null) return null;
  return { id: data.patternId, name: data.patternName ?? '' };
}
