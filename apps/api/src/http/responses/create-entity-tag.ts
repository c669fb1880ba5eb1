import { createHash } from 'node:crypto';
import { AppError } from '@refrain/domain';
import type { Request } from 'express';

/** Returns a strong `ETag` (RFC 9110, section 8.8.3). */
export function createEntityTag(text: string): string {
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
}

/**
 * Returns whether `If-None-Match` contains the tag. Unlike `request.fresh` of Express, ignores `Cache-Control: no-cache`,
 * which every `fetch` sends with `If-None-Match`.
 */
export function matchesIfNoneMatch({ headers }: Request, tag: string): boolean {
  return includesTag(headers['if-none-match'], tag);
}

/**
 * Compares `If-Match` with the entity tag of the stored object.
 * @param stored the object as its GET route returns it
 * @throws {AppError} `precondition_failed`
 */
export function checkIfMatch({ headers }: Request, stored: unknown): void {
  const header = headers['if-match'];
  if (header === undefined || includesTag(header, createEntityTag(JSON.stringify(stored)))) return;
  throw new AppError('precondition_failed', 'The object was changed after you read it. Read it again, then decide.');
}

/** Ignores the prefix `W/` even in `If-Match`, because proxies that compress responses add it to entity tags. */
function includesTag(header: string | undefined, tag: string): boolean {
  const tags = (header ?? '').split(',').map((part) => part.trim().replace(/^W\//u, ''));
  return tags.includes('*') || tags.includes(tag);
}
