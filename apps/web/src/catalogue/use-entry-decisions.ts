import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem, isNotFound, isWriteConflict, requireData } from '../api/api-problem.ts';
import { api, invalidateQueries } from '../api/refrain.ts';
import { notify, notifyProblem } from '../components/notify.tsx';
import { refetchEntryCounts, updateCachedCatalogueEntry, updateUndecidedEntryCount } from './cached-entries.ts';
import type { CatalogueEntryStatus, Entry } from './entry.ts';

interface Step {
  readonly entry: Entry;
  readonly to: CatalogueEntryStatus;
  readonly isUndo?: boolean;
}

/**
 * Shows decisions on entries before the server confirms them, sends them in order, and can undo them, latest first. A decision on
 * an entry that has changed on the server fails.
 */
export function useEntryDecisions() {
  const [done, setDone] = useState<readonly Step[]>([]);
  const decision = useMutation({
    // React Query runs mutations with the same scope one after the other, so an undo never overtakes the decision that it undoes.
    scope: { id: 'catalogue' },
    mutationFn: ({ entry, to }: Step) => decide(entry, to),
    onMutate: ({ entry, to, isUndo }) => {
      updateCachedCatalogueEntry(entry.id, { status: to });
      updateUndecidedEntryCount(entry.status, to);
      setDone((before) => (isUndo ? before.slice(0, -1) : [...before, { entry, to }]));
    },
    onSuccess: (stored, { entry }) => {
      updateCachedCatalogueEntry(entry.id, { updatedAt: stored.updatedAt });
      return refetchEntryCounts();
    },
    onError: (error, { entry }) => {
      notifyProblem(error);
      setDone((before) => before.filter((step) => step.entry.id !== entry.id));
      if (isWriteConflict(error) || isNotFound(error)) return invalidateQueries('/v1/catalogue');
      updateCachedCatalogueEntry(entry.id, { status: entry.status });
      return refetchEntryCounts();
    },
  });
  const last = done.at(-1) ?? null;
  return {
    last,
    decide: (entry: Entry, to: CatalogueEntryStatus) => entry.status !== to && decision.mutate({ entry, to }),
    undo() {
      if (last) decision.mutate({ entry: { ...last.entry, status: last.to }, to: last.entry.status, isUndo: true });
    },
  };
}

const decisionPath = { confirmed: 'confirm', rejected: 'reject', suggested: 'undecide' } as const;

async function decide({ id, status }: Entry, to: CatalogueEntryStatus): Promise<Entry> {
  const path = { id };
  const { data: stored, response } = await api
    .GET('/v1/catalogue/{id}', { params: { path } })
    .catch(rethrowMissingEntry);
  if (stored?.status !== status) throw new ApiProblem(412, 'Another user has decided on this entry. Check it again.');
  const tag = response.headers.get('etag');
  const params = { path, header: tag === null ? {} : { 'If-Match': tag } };
  const { data } = await api.POST(`/v1/catalogue/{id}/${decisionPath[to]}`, { params });
  return requireData(data);
}

/** Deletes an entry that a person added, and offers to undo the deletion. */
export async function deleteEntryWithUndo({
  id,
  service,
  repository,
  path,
  environment,
  status,
}: Entry): Promise<void> {
  try {
    await api.DELETE('/v1/catalogue/{id}', { params: { path: { id } } }).catch(rethrowMissingEntry);
  } catch (error) {
    notifyProblem(error);
    return invalidateQueries('/v1/catalogue');
  }
  await invalidateQueries('/v1/catalogue');
  notify({
    message: `${service} from ${repository} was deleted.`,
    async undo() {
      const { data } = await api.POST('/v1/catalogue', { body: { service, repository, path, environment } });
      if (status === 'rejected' && data)
        await api.POST('/v1/catalogue/{id}/reject', { params: { path: { id: data.id } } });
      await invalidateQueries('/v1/catalogue');
    },
  });
}

/** Rethrows an error. A 404 gets a message for users, because the API's own message only repeats the entry's id. */
function rethrowMissingEntry(error: unknown): never {
  throw isNotFound(error) ? new ApiProblem(404, 'Another user has deleted this entry.') : error;
}
