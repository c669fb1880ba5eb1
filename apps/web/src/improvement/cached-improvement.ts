import { updateCachedLists, updateCachedObject } from '../api/cached-lists.ts';
import type { Schemas } from '../api/refrain.ts';

type Improvement = Schemas['Improvement'];
type ListedImprovement = Schemas['ListedImprovement'];

/**
 * Shows a decision at once: the improvement changes, and moves to the list of its new state. An improvement without the fields of
 * list items appears there only after the next request.
 */
export function updateCachedImprovement(
  improvement: Improvement | ListedImprovement,
  change: Partial<Improvement>,
): void {
  const changed = { ...improvement, ...change };
  updateCachedObject<Improvement>('/v1/improvements/{id}', improvement.id, change);
  updateCachedLists<ListedImprovement>('/v1/improvements', (items, query, isFirstPage) => {
    const isListed = items.some(({ id }) => id === changed.id);
    if (typeof query['state'] !== 'string' || query['state'] === changed.state) {
      if (isListed) return items.map((item) => (item.id === changed.id ? { ...item, ...change } : item));
      const isNew = isFirstPage && query['state'] === changed.state && 'services' in changed;
      return isNew ? [changed, ...items] : items;
    }
    return isListed ? items.filter(({ id }) => id !== changed.id) : items;
  });
}
