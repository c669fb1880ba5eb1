import {
  ConnectionsAnswer,
  FailuresAnswer,
  Improvement,
  ImprovementsAnswer,
  PatternAnswer,
  PatternsAnswer,
  SessionAnswer,
  StatusAnswer,
  StoredReport,
} from '@refrain/domain';
import { z } from 'zod';
import { ApiProblem } from './api-problem.ts';

const Problem = z.object({ detail: z.string() });

/** @throws {ApiProblem} for any answer but the expected one */
async function ask<T extends z.ZodType>(schema: T, path: string, init?: RequestInit): Promise<z.output<T>> {
  const response = await fetch(path, init).catch(() => {
    throw new ApiProblem(0, 'Refrain does not answer. Is it still running, and are you online?');
  });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) {
    const { detail } = Problem.safeParse(body).data ?? { detail: `The server answered ${response.status}.` };
    throw new ApiProblem(response.status, detail);
  }
  const answer = schema.safeParse(body);
  if (!answer.success) throw new ApiProblem(0, 'Refrain was updated since this page was opened. Reload the page.');
  return answer.data;
}

export interface PatternFilter {
  readonly kind?: string | undefined;
  readonly query?: string | undefined;
  readonly sort?: string | undefined;
}

export function listPatterns({ kind, query, sort }: PatternFilter, after: string | null) {
  const parameters = new URLSearchParams({ limit: '50' });
  for (const [name, value] of Object.entries({ kind, query, sort, after })) if (value) parameters.set(name, value);
  return ask(PatternsAnswer, `/v1/patterns?${parameters}`);
}

export const findSession = () => ask(SessionAnswer, '/v1/session');
export const endSession = () => ask(z.null(), '/v1/sign-out', { method: 'POST' });
export const findStatus = () => ask(StatusAnswer, '/v1/status');
export const listConnections = () => ask(ConnectionsAnswer, '/v1/connections');
export const findPattern = (id: string) => ask(PatternAnswer, `/v1/patterns/${encodeURIComponent(id)}`);
export const findReport = (id: string) => ask(StoredReport, `/v1/patterns/${encodeURIComponent(id)}/report`);

/** The newest of those that were assigned to a pattern on arrival; `total` counts all of them. */
export function listArrivals(patternId: string) {
  const parameters = new URLSearchParams({ patternId, assignedOnArrival: 'true', limit: '50' });
  return ask(FailuresAnswer, `/v1/failures?${parameters}`);
}

/** The improvement of a pattern; null while none is proposed. */
export async function findImprovement(patternId: string): Promise<Improvement | null> {
  const { items } = await ask(ImprovementsAnswer, `/v1/improvements?patternId=${encodeURIComponent(patternId)}`);
  return items[0] ?? null;
}

export function approveImprovement(id: string, edit: { readonly repository: string }) {
  return ask(Improvement, `/v1/improvements/${encodeURIComponent(id)}/approve`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(edit),
  });
}
