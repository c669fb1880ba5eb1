import { useState } from 'react';
import { refrain } from '../api/refrain.ts';

interface Move {
  readonly reportId: string;
  /** The step of corrections that moved the episodes. */
  readonly setId: string;
  readonly episodeIds: ReadonlySet<string>;
}

/** Remembers episodes that the user has moved to another pattern, until a new report omits them or the move is undone. */
export function useMovedEpisodes(patternId: string, reportId: string, enabled: boolean) {
  const [moves, setMoves] = useState<readonly Move[]>([]);
  const params = { query: { patternId, limit: 200 } };
  const corrections = refrain.useQuery('get', '/v1/corrections', { params }, { enabled });
  const applied = new Set(corrections.data?.items.map(({ set }) => set?.id));
  const current = moves.filter((move) => move.reportId === reportId && applied.has(move.setId));
  return {
    isMoved: (episodeId: string) => current.some(({ episodeIds }) => episodeIds.has(episodeId)),
    addMove: (setId: string, episodeIds: ReadonlySet<string>) => setMoves([...moves, { reportId, setId, episodeIds }]),
  };
}
