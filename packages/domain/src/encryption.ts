import { z } from 'zod';
import { Instant } from './instant.ts';

/** A key that encrypts stored data. */
export const EncryptionKeyStatus = z.object({
  /** The id of the key: 8 hexadecimal digits that reveal nothing about the key. */
  id: z.string(),
  /** Whether the key encrypts new data. */
  isPresent: z.boolean(),
  /** Whether the settings of the responding process contain the key. */
  isGiven: z.boolean(),
  /** Whether data are encrypted with the key, or may soon be. A key that is not needed can be removed. */
  isNeeded: z.boolean(),
  values: z.number().int().nonnegative(),
});
export type EncryptionKeyStatus = z.infer<typeof EncryptionKeyStatus>;

/** The re-encryption of all stored data. */
export const KeyRotation = z.object({
  /** The key that encrypts everything when the rotation is done. */
  keyId: z.string(),
  state: z.enum(['running', 'done']),
  /** The number of values to re-encrypt when the rotation began. */
  total: z.number().int().nonnegative(),
  done: z.number().int().nonnegative(),
  /**
   * Values still encrypted with another key: no known key decrypts them, or a running process still uses its old key.
   */
  unreadable: z.number().int().nonnegative(),
  requestedBy: z.string(),
  begunAt: Instant,
  endedAt: Instant.nullable(),
});
export type KeyRotation = z.infer<typeof KeyRotation>;

export const EncryptionStatus = z.object({
  keys: z.array(EncryptionKeyStatus),
  /** The current or latest rotation; null if there has been none. */
  rotation: KeyRotation.nullable(),
});
export type EncryptionStatus = z.infer<typeof EncryptionStatus>;
