import { createHash } from 'node:crypto';
import { type JobName, type JobPayload, jobCatalogue } from './job-catalogue.ts';

export interface ParsedJob {
  readonly name: JobName;
  readonly payload: JobPayload<JobName>;
}

/** Parses a stored job. Returns null if this version does not know the name or the payload. */
export function parseStoredJob({
  name,
  payload,
}: {
  readonly name: string;
  readonly payload: unknown;
}): ParsedJob | null {
  if (!Object.hasOwn(jobCatalogue, name)) return null;
  const known = name as JobName;
  const parsed = jobCatalogue[known].payload.safeParse(payload);
  return parsed.success ? { name: known, payload: parsed.data as JobPayload<JobName> } : null;
}

/** @param payload the payload after it was parsed by the job's schema in the catalogue */
export function createDeduplicationKey(name: JobName, payload: unknown): string {
  return `${name}-${digest((jobCatalogue[name].dedupe as (payload: unknown) => string)(payload))}`;
}

/** Hashes the key, because BullMQ reserves the colon, which names of streams such as `pulls:acme/api` contain. */
function digest(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 32);
}
