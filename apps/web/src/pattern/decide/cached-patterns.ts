import { updateCachedLists, updateCachedObject } from '../../api/cached-lists.ts';
import type { Schemas } from '../../api/refrain.ts';

type Decision = Schemas['CorrectionDecision'];
type Pattern = Schemas['ListedPattern'];

/** Shows a judgement or a new name of a pattern before the server has confirmed it. Other decisions need a clustering. */
export function showDecisionAtOnce(decision: Decision): void {
  if (decision.kind !== 'pattern' && decision.kind !== 'rename') return;
  const { patternId } = decision;
  if (patternId === undefined) return;
  const change: Partial<Pattern> =
    decision.kind === 'rename'
      ? { name: decision.name }
      : { judgement: decision.right ? ('confirmed' as const) : ('dismissed' as const) };
  updateCachedObject<Pattern>('/v1/patterns/{id}', patternId, change);
  updateCachedLists<Pattern>('/v1/patterns', (items, query) =>
    items.flatMap((item) => {
      if (item.id !== patternId) return [item];
      const changed = { ...item, ...change };
      return fits(changed, query['judgement']) ? [changed] : [];
    }),
  );
}

/** Without a filter, a list has all patterns except dismissed ones. */
function fits({ judgement = null }: Pattern, wanted: unknown): boolean {
  if (wanted === undefined) return judgement !== 'dismissed';
  return wanted === 'none' ? judgement === null : judgement === wanted;
}
