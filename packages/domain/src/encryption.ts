import { z } from 'zod';
import { Instant } from './instant.ts';

/** A key that what is stored is sealed by. The id tells nothing of the key. */
export const KeyUse = z.object({
  /** 8 hexadecimal digits. */
  id: z.string(),
  /** Whether it seals what comes. */
  isPresent: z.boolean(),
  /** Whether the process that answers was given it. */
  isGiven: z.boolean(),
  /** Whether something is sealed by it, or may be soon: one that is not can be taken away. */
  isNeeded: z.boolean(),
  values: z.number().int().nonnegative(),
});
export type KeyUse = z.infer<typeof KeyUse>;

/** The sealing anew of all that is stored. */
export const KeyRotation = z.object({
  /** The key that everything is sealed by when it is done. */
  keyId: z.string(),
  state: z.enum(['running', 'done']),
  /** Values that were to be sealed anew when it began. */
  total: z.number().int().nonnegative(),
  done: z.number().int().nonnegative(),
  /** Values that no known key opens, or that a process goes on sealing by another key: they stay as they are. */
  unreadable: z.number().int().nonnegative(),
  requestedBy: z.string(),
  begunAt: Instant,
  endedAt: Instant.nullable(),
});
export type KeyRotation = z.infer<typeof KeyRotation>;

export const EncryptionStatus = z.object({
  keys: z.array(KeyUse),
  /** The last one, or the one under way; null where there was none. */
  rotation: KeyRotation.nullable(),
});
export type EncryptionStatus = z.infer<typeof EncryptionStatus>;
