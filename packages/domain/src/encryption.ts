import { z } from 'zod';
import { Instant } from './instant.ts';

/** A key that encrypts stored data. The id reveals nothing about the key. */
export const KeyUse = z.object({
  /** A string of 8 hexadecimal digits. */
  id: z.string(),
  /** Whether it encrypts new data. */
  isPresent: z.boolean(),
  /** Whether the responding process has the key. */
  isGiven: z.boolean(),
  /** Whether stored data need the key, or may soon. A key that is not needed can be removed. */
  isNeeded: z.boolean(),
  values: z.number().int().nonnegative(),
});
export type KeyUse = z.infer<typeof KeyUse>;

/** The re-encryption of all stored data. */
export const KeyRotation = z.object({
  /** The key that encrypts everything when the rotation is done. */
  keyId: z.string(),
  state: z.enum(['running', 'done']),
  /** Values to re-encrypt when the rotation began. */
  total: z.number().int().nonnegative(),
  done: z.number().int().nonnegative(),
  /** Values that no known key decrypts, or that a process keeps encrypting with another key. They stay unchanged. */
  unreadable: z.number().int().nonnegative(),
  requestedBy: z.string(),
  begunAt: Instant,
  endedAt: Instant.nullable(),
});
export type KeyRotation = z.infer<typeof KeyRotation>;

export const EncryptionStatus = z.object({
  keys: z.array(KeyUse),
  /** The latest or current rotation; null if there was none. */
  rotation: KeyRotation.nullable(),
});
export type EncryptionStatus = z.infer<typeof EncryptionStatus>;
