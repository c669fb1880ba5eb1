import { createHash } from 'node:crypto';
import { AppError } from '@refrain/domain';
import type { Request } from 'express';

/** Returns a strong `ETag` (RFC 9110, 8.8.3). */
export function entityTag(text: string): string {
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
}

/**
 * Whether the caller's cache holds this tag. Express also honours `Cache-Control: no-cache`, which every `fetch` sends along
 * with `If-None-Match`; this does not.
 */
export function isCached({ headers }: Request, tag: string): boolean {
  return lists(headers['if-none-match'], tag);
}

/**
 * Checks `If-Match` against the stored value, as the route that shows one such value returns it.
 * @throws {AppError} `precondition_failed`
 */
export function checkMatch({ headers }: Request, stored: unknown): void {
  const header = headers['if-match'];
  if (header === undefined || lists(header, entityTag(JSON.stringify(stored)))) return;
  throw new AppError('precondition_failed', 'It was changed after you read it. Read it again, then decide.');
}

/** Ignores `W/`, also for `If-Match`: a proxy that compresses adds it to our tags. */
function lists(header: string | undefined, tag: string): boolean {
  const tags = (header ?? '').split(',').map((part) => part.trim().replace(/^W\//u, ''));
  return tags.includes('*') || tags.includes(tag);
}
