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
 * `planned`: listed by a dry run, never sent. `begun`: being sent. `unknown`: no response came, so it may have
 * succeeded. `refused`: the provider rejected it. `undone`: a later write reverted it.
 */
export const WriteState = z.enum(['planned', 'begun', 'done', 'unknown', 'refused', 'undone']);
export type WriteState = z.infer<typeof WriteState>;

/** Why something is written, and who decided it: the name of a token, the page, a rule, or the address of a comment. */
export const WriteReason = z.object({ why: z.string().min(1), by: z.string().min(1) });
export type WriteReason = z.infer<typeof WriteReason>;

/** A write at a provider before it is sent. */
export const IntendedWrite = WriteReason.extend({
  action: WriteAction,
  /** The target: `acme/api`, `acme/api#12`, or the id of an incident. */
  place: z.string().min(1),
  /** The content without secrets. */
  content: z.record(z.string(), z.unknown()),
});
export type IntendedWrite = z.infer<typeof IntendedWrite>;

/** The request that undoes a write, relative to the root of the provider's API. */
export const UndoRequest = z.object({
  method: z.enum(['POST', 'PATCH', 'PUT', 'DELETE']),
  path: z.string().regex(/^\/[\w.~%/-]+$/u),
  content: z.record(z.string(), z.unknown()).nullable(),
  /** Undo only if the text is unchanged; null if nobody but Refrain edits it. */
  expects: z.object({ body: z.string() }).nullable(),
});
export type UndoRequest = z.infer<typeof UndoRequest>;

/** The result of a write: its address and undo request, or the problem. */
export type WriteOutcome =
  | { readonly state: 'done'; readonly url: string | null; readonly undo: UndoRequest | null }
  | { readonly state: 'refused' | 'unknown'; readonly problem: string };

/** One line of the audit log: a write at a provider. */
export const ProviderWrite = IntendedWrite.extend({
  id: z.string(),
  /** The connection that wrote it. */
  connectionId: z.string(),
  state: WriteState,
  /** The address of the result. */
  url: z.string().nullable(),
  /** Why it failed, and what to do. */
  problem: z.string().nullable(),
  isUndoable: z.boolean(),
  at: Instant,
  /** The time of the provider's response; null before. */
  completedAt: Instant.nullable(),
});
export type ProviderWrite = z.infer<typeof ProviderWrite>;
