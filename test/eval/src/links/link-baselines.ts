import { type Change, dayInMs, type Failure } from '@refrain/domain';
import type { AttributedChanges } from './tally-attributions.ts';

/** Simple rules, used as baselines, that name at most one change as the cause of each incident. */
export const causeBaselines = {
  /** Names the last successful deployment to production before the incident, whatever its repository and age. */
  lastSuccessfulDeployment(incidents: readonly Failure[], changes: readonly Change[]): AttributedChanges[] {
    const deployments = changes.filter(
      ({ kind, succeeded, environment }) =>
        kind === 'deployment' && succeeded === true && environment?.toLowerCase() === 'production',
    );
    return incidents.map((incident) => answerWith(incident, findLast(deployments, incident, Number.POSITIVE_INFINITY)));
  },

  /** Names the last change within a day before the incident, in the repository with the name of the service. */
  timeAndService(incidents: readonly Failure[], changes: readonly Change[]): AttributedChanges[] {
    const repositories = [...new Set(changes.map(({ repository }) => repository))].sort();
    return incidents.map((incident) => {
      const own = new Set(incident.services.flatMap((service) => findRepository(service, repositories) ?? []));
      const near = changes.filter(({ repository }) => own.has(repository));
      return answerWith(incident, findLast(near, incident, dayInMs));
    });
  },
} as const;

function answerWith({ id: failureId }: Failure, change: Change | null): AttributedChanges {
  return change === null
    ? { failureId, verdict: 'not_change_related', candidates: [] }
    : { failureId, verdict: 'change', candidates: [{ changeId: change.id, score: 1 }] };
}

/** Returns the latest change at most `within` milliseconds before an incident. */
function findLast(changes: readonly Change[], incident: Failure, within: number): Change | null {
  const start = Date.parse(incident.occurredAt);
  let last: Change | null = null;
  for (const change of changes) {
    const at = Date.parse(change.occurredAt);
    if (at >= start || start - at > within) continue;
    if (last === null || at > Date.parse(last.occurredAt)) last = change;
  }
  return last;
}

/** Returns the repository whose name shares most words with the service; null if none does. */
function findRepository(service: string, repositories: readonly string[]): string | null {
  const wanted = namePartsOf(service.replace(/[([].*$/u, ''));
  let best: { readonly repository: string; readonly similarity: number } | null = null;
  for (const repository of repositories) {
    const parts = namePartsOf(repository.slice(repository.lastIndexOf('/') + 1));
    const shared = parts.filter((part) => wanted.includes(part)).length;
    const similarity = shared / new Set([...parts, ...wanted]).size;
    if (similarity >= 0.5 && (best === null || similarity > best.similarity)) best = { repository, similarity };
  }
  return best?.repository ?? null;
}

function namePartsOf(name: string): string[] {
  return name.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
}
