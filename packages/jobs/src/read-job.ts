import { catalogue, type JobName, type JobPayload } from './catalogue.ts';

export interface KnownJob {
  readonly name: JobName;
  readonly payload: JobPayload<JobName>;
}

/** A job that was kept elsewhere, as the catalogue has it; null where this version does not know it, or not so. */
export function readJob({ name, payload }: { readonly name: string; readonly payload: unknown }): KnownJob | null {
  if (!Object.hasOwn(catalogue, name)) return null;
  const known = name as JobName;
  const parsed = catalogue[known].payload.safeParse(payload);
  return parsed.success ? { name: known, payload: parsed.data as JobPayload<JobName> } : null;
}
