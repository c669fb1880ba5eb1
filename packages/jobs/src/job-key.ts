import { createHash } from 'node:crypto';
import { catalogue, type JobName } from './catalogue.ts';

/**
 * By what a job is told from others: of two with the same key one is enough.
 * @param payload as the catalogue has it
 */
export function keyOfJob(name: JobName, payload: unknown): string {
  return `${name}-${digest((catalogue[name].dedupe as (payload: unknown) => string)(payload))}`;
}

/** Keys hold names from outside (`pulls:acme/api`); Redis keys and BullMQ reserve the colon. */
function digest(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 32);
}
