import { z } from 'zod';
import { Instant } from './instant.ts';

/** Everything that Refrain writes at a provider, as a closed list. */
export const WriteAction = z.enum([
  'create_label',
  'open_issue',
  'edit_issue',
  'close_issue',
  'reopen_issue',
  'comment',
  'react',
  'check_run',
  'set_up_webhook',
  'note',
  'undo',
]);
export type WriteAction = z.infer<typeof WriteAction>;

/**
 * `planned`: shown by a dry run, never sent. `begun`: on its way. `unknown`: no answer came, it may have been carried out.
 * `refused`: the provider said no. `undone`: taken back by a later one.
 */
export const WriteState = z.enum(['planned', 'begun', 'done', 'unknown', 'refused', 'undone']);
export type WriteState = z.infer<typeof WriteState>;

/** Why something is written, and who or what decided it: the name of a token, the page, a rule, the address of a comment. */
export const WriteReason = z.object({ why: z.string().min(1), by: z.string().min(1) });
export type WriteReason = z.infer<typeof WriteReason>;

/** What is about to be written at a provider. */
export const IntendedWrite = WriteReason.extend({
  action: WriteAction,
  /** Where: `acme/api`, `acme/api#12`, or the id of an incident. */
  place: z.string().min(1),
  /** What is sent, without any secret. */
  content: z.record(z.string(), z.unknown()),
});
export type IntendedWrite = z.infer<typeof IntendedWrite>;

/** The request that takes a write back, below the root of the provider's API. */
export const UndoRequest = z.object({
  method: z.enum(['POST', 'PATCH', 'PUT', 'DELETE']),
  path: z.string().regex(/^\/[\w.~%/-]+$/u),
  content: z.record(z.string(), z.unknown()).nullable(),
  /** Only while the text is still as it was written: null where nobody but Refrain changes it. */
  expects: z.object({ body: z.string() }).nullable(),
});
export type UndoRequest = z.infer<typeof UndoRequest>;

/** How a write ended: with where it can be looked at and the request that takes it back, or with why it failed. */
export type WriteOutcome =
  | { readonly state: 'done'; readonly url: string | null; readonly undo: UndoRequest | null }
  | { readonly state: 'refused' | 'unknown'; readonly problem: string };

/** One line of the audit: a write at a provider. */
export const ProviderWrite = IntendedWrite.extend({
  id: z.string(),
  /** The account through which it was written. */
  connectionId: z.string(),
  state: WriteState,
  /** Where it can be looked at. */
  url: z.string().nullable(),
  /** Why it failed, and what to do. */
  problem: z.string().nullable(),
  isUndoable: z.boolean(),
  at: Instant,
  /** When the provider had answered; null before. */
  completedAt: Instant.nullable(),
});
export type ProviderWrite = z.infer<typeof ProviderWrite>;
