import { createHmac } from 'node:crypto';
import { AppError } from '@refrain/domain';

const keyBytes = 32;
export const keyIdLength = 4;

export interface EncryptionKey {
  /** The key's id: 8 hexadecimal digits, which reveal nothing about the key. */
  readonly id: string;
  readonly idBytes: Buffer;
  readonly bytes: Buffer;
}

export interface Keyring {
  /** The key with which new values are encrypted. */
  readonly present: EncryptionKey;
  /** All keys that can decrypt values, the present key first. */
  readonly keys: readonly EncryptionKey[];
}

/**
 * @param others keys that only decrypt
 * @throws {AppError} `misconfigured` for a key that does not have 32 bytes
 */
export function createKeyring(present: Uint8Array, others: readonly Uint8Array[] = []): Keyring {
  const first = toKey(present, 'REFRAIN_ENCRYPTION_KEY');
  const rest = others.map((bytes) => toKey(bytes, 'Each of REFRAIN_ENCRYPTION_OTHER_KEYS'));
  return {
    present: first,
    keys: [first, ...rest.filter(({ id }) => id !== first.id)],
  };
}

function toKey(input: Uint8Array, name: string): EncryptionKey {
  if (input.length !== keyBytes) {
    throw new AppError('misconfigured', `${name} must have ${keyBytes} bytes but has ${input.length}`);
  }
  const bytes = Buffer.from(input);
  const id = createHmac('sha256', bytes).update('refrain key id').digest().subarray(0, keyIdLength);
  return { id: id.toString('hex'), idBytes: id, bytes };
}
