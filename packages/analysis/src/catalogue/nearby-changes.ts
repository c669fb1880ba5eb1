import { hasTimeOfDay, hourInMs } from '@refrain/domain';
import { lowerBound } from '../collections/lower-bound.ts';
import type { CatalogueChange, CatalogueFailure } from './catalogue-input.ts';

/** Maximum hours from a change to an incident that the change may have caused. A longer period contains too many changes. */
export const maxHoursFromChangeToIncident = 3;
const clockSlack = hourInMs / 12;
/** Maximum time from the beginning of an incident to a related revert, in ms. */
const revertAfter = 4 * hourInMs;

/** Returns for each incident the repositories that changed in the hours before the incident. */
export function listRecentlyChangedRepositories(
  incidents: readonly CatalogueFailure[],
  changes: readonly CatalogueChange[],
): ReadonlySet<string>[] {
  return markWithin(incidents, changes, (at) => [at - maxHoursFromChangeToIncident * hourInMs, at + clockSlack]);
}

/** Returns for each incident the repositories with a failed deployment or a revert at about the same time. */
export function listRecentlyFailedRepositories(
  incidents: readonly CatalogueFailure[],
  failures: readonly CatalogueFailure[],
): ReadonlySet<string>[] {
  const broken = failures.flatMap(({ repository, occurredAt, kind, isFailure }) =>
    repository === null || kind === 'incident' || !isFailure ? [] : [{ repository, occurredAt }],
  );
  return markWithin(incidents, broken, (at, end) => [
    at - maxHoursFromChangeToIncident * hourInMs,
    Math.min(Math.max(end, at), at + revertAfter) + clockSlack,
  ]);
}

/** Returns for each incident the repositories with events in the given period; none if its time of day is unknown. */
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
    for (let index = lowerBound(sorted, ({ at }) => at < from); index < sorted.length; index += 1) {
      const event = sorted[index];
      if (event === undefined || event.at > to) break;
      marks.add(event.repository);
    }
    return marks;
  });
}
