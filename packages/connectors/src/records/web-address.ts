import { z } from 'zod';
import type { Observed } from '../contract/failure-source.ts';

/**
 * An address that a person may follow. A link with another scheme, such as `javascript:`, could run a stranger's code.
 */
export const WebAddress = z.url({ protocol: /^https?$/u, error: 'has to begin with https:// or http://' });

/** Returns the text if it is an address that a person may follow, and null otherwise. */
export function webAddress(text: string | null | undefined): string | null {
  return WebAddress.safeParse(text).data ?? null;
}

/** Drops the addresses of drafts that no person may follow. */
export function keepWebAddresses(observed: Observed): Observed {
  return {
    ...observed,
    failures: observed.failures.map((failure) => ({
      ...failure,
      url: webAddress(failure.url),
      references: failure.references.flatMap((reference) => webAddress(reference) ?? []),
    })),
    changes: observed.changes.map((change) => ({ ...change, url: webAddress(change.url) })),
  };
}
