import type { Observed } from '../failure-source.ts';
import { findAddresses } from './find-addresses.ts';
import { findAssigned } from './find-assigned.ts';
import { findKnownKeys } from './find-known-keys.ts';
import { findSecrets, type Span } from './find-secrets.ts';

/**
 * Takes secrets and internet addresses out of what a record says, before it is stored: tokens, keys, passwords and the like
 * become `[secret]`, public addresses `[address]`. People and e-mail addresses are gone already, as the reader puts roles
 * in their place. Idempotent.
 */
export function scrubObserved(observed: Observed): Observed {
  return {
    ...observed,
    failures: observed.failures.map(scrubDraft),
    changes: observed.changes.map(scrubDraft),
  };
}

interface Draft {
  readonly title: string;
  readonly text: string;
  readonly url: string | null;
}

/** All in one go: looking at a text costs the library more than reading it. No pattern reaches over the separator. */
const separator = '\n\u0000\n';

function scrubDraft<T extends Draft>(draft: T): T {
  const scrubbed = scrub([draft.title, draft.text, draft.url ?? ''].join(separator));
  const [title = '', text = '', url = ''] = scrubbed.split(separator);
  return { ...draft, title, text, url: draft.url === null ? null : url };
}

/** A text without secrets and public internet addresses. */
export function scrub(text: string): string {
  const spans = [
    ...findSecrets(text).map((span) => ({ ...span, mark: '[secret]' })),
    ...findKnownKeys(text).map((span) => ({ ...span, mark: '[secret]' })),
    ...findAssigned(text).map((span) => ({ ...span, mark: '[secret]' })),
    ...findAddresses(text).map((span) => ({ ...span, mark: '[address]' })),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  let kept = '';
  let end = 0;
  for (const span of merge(spans)) {
    kept += text.slice(end, span.start) + span.mark;
    end = span.end;
  }
  return kept + text.slice(end);
}

type Marked = Span & { readonly mark: string };

/** Spans that touch become one, with the mark of the first. */
function merge(spans: readonly Marked[]): Marked[] {
  const merged: Marked[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last !== undefined && span.start < last.end) {
      merged[merged.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    } else {
      merged.push(span);
    }
  }
  return merged;
}
