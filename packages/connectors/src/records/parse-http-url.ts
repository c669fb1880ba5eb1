import { z } from 'zod';
import type { ParsedPayload } from '../contract/failure-source.ts';

/** An HTTP(S) URL. Links with other schemes, such as `javascript:`, could run foreign code. */
export const HttpUrl = z.url({ protocol: /^https?$/u, error: 'has to begin with https:// or http://' });

/** Returns an HTTP(S) URL unchanged; null for any other text. */
export function parseHttpUrl(text: string | null | undefined): string | null {
  return HttpUrl.safeParse(text).data ?? null;
}

export function dropNonHttpLinks(observed: ParsedPayload): ParsedPayload {
  return {
    ...observed,
    failures: observed.failures.map((failure) => ({
      ...failure,
      url: parseHttpUrl(failure.url),
      references: failure.references.flatMap((reference) => parseHttpUrl(reference) ?? []),
    })),
    changes: observed.changes.map((change) => ({ ...change, url: parseHttpUrl(change.url) })),
  };
}
