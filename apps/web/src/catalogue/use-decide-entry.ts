import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem, isMissing, isOutdated } from '../api/api-problem.ts';
import { refresh } from '../api/query-client.ts';
import { api } from '../api/refrain.ts';
import { tellProblem } from '../parts/tell.tsx';
import { countDecision, patchEntry, recount } from './cached-entries.ts';
import type { Entry, Status } from './entry.ts';
import { canBeSuggestedAnew } from './entry.ts';
import { sayGone } from './say-gone.ts';

interface Step {
  /** As it was looked at. */
  readonly entry: Entry;
  readonly to: Status;
  readonly isUndo?: boolean;
}

/** Decisions on entries: shown at once, sent one after the other, each on what was looked at; the last ones can be taken back. */
export function useDecideEntry() {
  const [done, setDone] = useState<readonly Step[]>([]);
  const decision = useMutation({
    // In their order: a decision and its taking back never overtake each other.
    scope: { id: 'catalogue' },
    mutationFn: ({ entry, to }: Step) => (to === 'suggested' ? undecide(entry) : decide(entry, to)),
    onMutate: ({ entry, to, isUndo }) => {
      patchEntry(entry.id, { status: to });
      countDecision(entry.status, to);
      setDone((before) => (isUndo ? before.slice(0, -1) : [...before, { entry, to }]));
    },
    onSuccess: (stored, { entry }) => {
      patchEntry(entry.id, { updatedAt: stored.updatedAt });
      return recount();
    },
    onError: (error, { entry }) => {
      tellProblem(error);
      setDone((before) => before.filter((step) => step.entry.id !== entry.id));
      if (isOutdated(error) || isMissing(error)) return refresh('/v1/catalogue');
      patchEntry(entry.id, { status: entry.status });
      return recount();
    },
  });
  const last = done.at(-1) ?? null;
  return {
    last,
    decide: (entry: Entry, to: Exclude<Status, 'suggested'>) => entry.status !== to && decision.mutate({ entry, to }),
    canUndo: last !== null && (last.entry.status !== 'suggested' || canBeSuggestedAnew(last.entry)),
    undo() {
      if (last) decision.mutate({ entry: { ...last.entry, status: last.to }, to: last.entry.status, isUndo: true });
    },
  };
}

async function decide({ id, status }: Entry, to: 'confirmed' | 'rejected'): Promise<Entry> {
  const path = { id };
  const { data: stored, response } = await api.GET('/v1/catalogue/{id}', { params: { path } }).catch(sayGone);
  if (stored?.status !== status)
    throw new ApiProblem(412, 'Somebody else has decided on it meanwhile: look at it again.');
  const tag = response.headers.get('etag');
  const params = { path, header: tag === null ? {} : { 'If-Match': tag } };
  const { data } =
    to === 'confirmed'
      ? await api.POST('/v1/catalogue/{id}/confirm', { params })
      : await api.POST('/v1/catalogue/{id}/reject', { params });
  if (data === undefined) throw new ApiProblem(0, 'Refrain did not say what it stored.');
  return data;
}

/** The API has no way back to undecided but this: what is forgotten is suggested anew, under the same id. */
async function undecide({ id, service }: Entry): Promise<Entry> {
  await api.DELETE('/v1/catalogue/{id}', { params: { path: { id } } });
  await api.POST('/v1/catalogue/suggest');
  const query = { service, limit: 200 };
  for (let attempt = 0; attempt < 20; attempt += 1) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const { data } = await api.GET('/v1/catalogue', { params: { query } });
    const found = data?.items.find((entry) => entry.id === id);
    if (found) return found;
  }
  throw new ApiProblem(404, 'The decision is taken back; the suggestion itself is still being made anew.');
}
