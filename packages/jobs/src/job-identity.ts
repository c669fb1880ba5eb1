import { createHash } from 'node:crypto';
import { catalogue, type JobName, type JobPayload } from './catalogue.ts';

export interface KnownJob {
  readonly name: JobName;
  readonly payload: JobPayload<JobName>;
}

/** Parses a stored job. Returns null if this version does not know the name or the payload. */
export function readJob({ name, payload }: { readonly name: string; readonly payload: unknown }): KnownJob | null {
  if (!Object.hasOwn(catalogue, name)) return null;
  const known = name as JobName;
  const parsed = catalogue[known].payload.safeParse(payload);
  return parsed.success ? { name: known, payload: parsed.data as JobPayload<JobName> } : null;
}

/** @param payload the payload after it was parsed by the job's schema in the catalogue */
export function keyOfJob(name: JobName, payload: unknown): string {
  return `${name}-${digest((catalogue[name].dedupe as (payload: unknown) => string)(payload))}`;
}

/** Hashes the key, which contains names such as `pulls:acme/api`, because Redis keys and BullMQ reserve the colon. */
function digest(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 32);
}
