import { hasTimeOfDay, hourInMs } from '@refrain/domain';
import { lowerBound } from '../collections/lower-bound.ts';
import type { CatalogueChange, CatalogueFailure } from './catalogue-input.ts';

/** A change shows within so long; later ones are too many to tell anything. */
export const nearbyHours = 3;
const clockSlack = hourInMs / 12;
/** A revert takes a while to be written, a failed deployment pages at once. */
const revertAfter = 4 * hourInMs;

/** For each incident, the repositories that were changed in the hours before it. */
export function markNearby(
  incidents: readonly CatalogueFailure[],
  changes: readonly CatalogueChange[],
): ReadonlySet<string>[] {
  return markWithin(incidents, changes, (at) => [at - nearbyHours * hourInMs, at + clockSlack]);
}

/** For each incident, the repositories in which a deployment failed or a change was taken back around it. */
export function markBroken(
  incidents: readonly CatalogueFailure[],
  failures: readonly CatalogueFailure[],
): ReadonlySet<string>[] {
  const broken = failures.flatMap(({ repository, occurredAt, kind, isFailure }) =>
    repository === null || kind === 'incident' || !isFailure ? [] : [{ repository, occurredAt }],
  );
  return markWithin(incidents, broken, (at, end) => [
    at - nearbyHours * hourInMs,
    Math.min(Math.max(end, at), at + revertAfter) + clockSlack,
  ]);
}

/** The repositories of the events that lie in each incident's window, both ends included. Without a time of day it has no window. */
function markWithin(
  incidents: readonly CatalogueFailure[],
  events: readonly { readonly repository: string; readonly occurredAt: string }[],
  windowOf: (at: number, end: number) => readonly [number, number],
): ReadonlySet<string>[] {
  const sorted = events
    .map(({ repository, occurredAt }) => ({ repository, at: Date.parse(occurredAt) }))
    .sort((a, b) => a.at - b.at);
  return incidents.map(({ occurredAt, resolvedAt, precision }) => {
    if (!hasTimeOfDay(precision)) return new Set();
    const at = Date.parse(occurredAt);
    const [from, to] = windowOf(at, resolvedAt === null ? at : Date.parse(resolvedAt));
    const marks = new Set<string>();
    for (let place = lowerBound(sorted, ({ at }) => at < from); place < sorted.length; place += 1) {
      const event = sorted[place];
      if (event === undefined || event.at > to) break;
      marks.add(event.repository);
    }
    return marks;
  });
}
