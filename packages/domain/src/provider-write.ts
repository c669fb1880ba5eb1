import { z } from 'zod';
import { Instant } from './instant.ts';

/** The kinds of writes that Refrain sends to providers. */
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
 * The state of a write. `planned`: listed in a dry run, never sent. `begun`: being sent. `unknown`: sent without a
 * response, so it may have succeeded. `refused`: rejected by the provider. `undone`: reverted by a later write.
 */
export const WriteState = z.enum(['planned', 'begun', 'done', 'unknown', 'refused', 'undone']);
export type WriteState = z.infer<typeof WriteState>;

/** Why Refrain writes to a provider. `by` names who decided to write: a person, a token, a rule, or the URL of a comment. */
export const WriteReason = z.object({ why: z.string().min(1), by: z.string().min(1) });
export type WriteReason = z.infer<typeof WriteReason>;

/** A write to a provider that has not been sent yet. */
export const IntendedWrite = WriteReason.extend({
  action: WriteAction,
  /** The target of the write: `acme/api`, `acme/api#12`, or the id of an incident. */
  target: z.string().min(1),
  /** The written content, without secrets. */
  content: z.record(z.string(), z.unknown()),
});
export type IntendedWrite = z.infer<typeof IntendedWrite>;

/** The request that undoes a write. Its path is relative to the root of the provider's API. */
export const UndoRequest = z.object({
  method: z.enum(['POST', 'PATCH', 'PUT', 'DELETE']),
  path: z.string().regex(/^\/[\w.~%/-]+$/u),
  content: z.record(z.string(), z.unknown()).nullable(),
  /** The write is undone only if the object still has this text. Null if only Refrain edits the object. */
  expects: z.object({ body: z.string() }).nullable(),
});
export type UndoRequest = z.infer<typeof UndoRequest>;

/** The result of a write to a provider. */
export type WriteOutcome =
  | { readonly state: 'done'; readonly url: string | null; readonly undo: UndoRequest | null }
  | { readonly state: 'refused' | 'unknown'; readonly problem: string };

/** One entry of the audit log of writes to providers. */
export const ProviderWrite = IntendedWrite.extend({
  id: z.string(),
  /** The connection to the provider. */
  connectionId: z.string(),
  state: WriteState,
  /** The URL of the written object; null if unknown. */
  url: z.string().nullable(),
  /** Why the write failed and what to do; null if it did not fail. */
  problem: z.string().nullable(),
  isUndoable: z.boolean(),
  /** The pattern of the written issue; null for other writes, and for an issue that another one has replaced. */
  pattern: z.object({ id: z.string(), name: z.string() }).nullable(),
  at: Instant,
  /** When the provider responded; null before the response. */
  completedAt: Instant.nullable(),
});
export type ProviderWrite = z.infer<typeof ProviderWrite>;
