import { createHash } from 'node:crypto';
import { AppError } from '@refrain/domain';
import type { Request } from 'express';

/** A strong `ETag` (RFC 9110, 8.8.3): the same text has the same tag. */
export function entityTag(text: string): string {
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
}

/**
 * Whether the caller has what this tag is of. `Cache-Control: no-cache` says nothing here, though Express takes it so: every
 * `fetch` sends it along with `If-None-Match`.
 */
export function isKept({ headers }: Request, tag: string): boolean {
  return holds(headers['if-none-match'], tag);
}

/**
 * Whether what a caller decided on is what is stored, as it is answered by the route that shows one of its kind.
 * @throws {AppError} `precondition_failed`
 */
export function checkMatch({ headers }: Request, stored: unknown): void {
  const given = headers['if-match'];
  if (given === undefined || holds(given, entityTag(JSON.stringify(stored)))) return;
  throw new AppError('precondition_failed', 'It was changed since you read it: read it again and decide anew.');
}

/** Without regard to a `W/`, also for `If-Match`: a proxy that compresses puts one before ours, of the same version. */
function holds(given: string | undefined, tag: string): boolean {
  const tags = (given ?? '').split(',').map((part) => part.trim().replace(/^W\//u, ''));
  return tags.includes('*') || tags.includes(tag);
}
