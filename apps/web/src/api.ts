import { Improvement, LineageEvent, Pattern, StoredReport } from '@refrain/domain';
import { z } from 'zod';

const Problem = z.object({ detail: z.string(), code: z.string() });

/** What the API answered instead of the wanted thing; `message` is for the person. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, detail: string) {
    super(detail);
    this.status = status;
    this.code = code;
  }
}

/** @throws {ApiProblem} for any answer but 2xx; status 0 where nobody answers */
async function ask<T extends z.ZodType>(schema: T, path: string, init?: RequestInit): Promise<z.output<T>> {
  const response = await fetch(path, init).catch(() => {
    throw new ApiProblem(503, 'provider_unreachable', 'Refrain does not answer. Is it still running?');
  });
  if (response.ok) return schema.parse(await response.json());
  const problem = Problem.safeParse(await response.json().catch(() => null));
  const { code, detail } = problem.data ?? { code: 'internal', detail: `The server answered ${response.status}.` };
  throw new ApiProblem(response.status, code, detail);
}

const PatternList = z.object({ items: z.array(Pattern), next: z.string().nullable(), total: z.number() });
export type PatternList = z.infer<typeof PatternList>;

const Status = z.object({ failures: z.number(), patterns: z.number(), pending: z.number(), busy: z.boolean() });
const PatternDetail = Pattern.extend({ lineage: z.array(LineageEvent) });
const ImprovementList = z.object({ items: z.array(Improvement) });

export interface PatternFilter {
  readonly kind?: string | undefined;
  readonly query?: string | undefined;
  readonly sort?: string | undefined;
}

export function listPatterns(filter: PatternFilter, after: string | null): Promise<PatternList> {
  const parameters = new URLSearchParams({ limit: '50' });
  for (const [name, value] of Object.entries({ ...filter, after })) if (value) parameters.set(name, value);
  return ask(PatternList, `/v1/patterns?${parameters}`);
}

export const findStatus = () => ask(Status, '/v1/status');
export const findPattern = (id: string) => ask(PatternDetail, `/v1/patterns/${encodeURIComponent(id)}`);
export const findReport = (id: string) => ask(StoredReport, `/v1/patterns/${encodeURIComponent(id)}/report`);
export const listImprovements = () => ask(ImprovementList, '/v1/improvements?limit=200');

export function approveImprovement(id: string, edit: { readonly repository?: string }) {
  return ask(Improvement, `/v1/improvements/${encodeURIComponent(id)}/approve`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(edit),
  });
}
