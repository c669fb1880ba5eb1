import { createHmac } from 'node:crypto';
import { AppError } from '@refrain/domain';

const keyBytes = 32;
/** Of a key's id, in bytes. */
export const idBytes = 4;

export interface EncryptionKey {
  /** 8 hexadecimal digits that tell nothing of the key. */
  readonly id: string;
  readonly idBytes: Buffer;
  readonly bytes: Buffer;
}

/** All keys that this process knows. */
export interface Keyring {
  /** Seals. */
  readonly present: EncryptionKey;
  /** Open: the present one, then the others. */
  readonly keys: readonly EncryptionKey[];
}

/**
 * @param present 32 bytes
 * @param others keys that only open
 * @throws {AppError} `misconfigured` for a key of another length
 */
export function createKeyring(present: Uint8Array, others: readonly Uint8Array[] = []): Keyring {
  const first = toKey(present, 'REFRAIN_ENCRYPTION_KEY');
  const rest = others.map((bytes) => toKey(bytes, 'Each of REFRAIN_ENCRYPTION_OTHER_KEYS'));
  return {
    present: first,
    keys: [first, ...rest.filter(({ id }) => id !== first.id)],
  };
}

function toKey(given: Uint8Array, name: string): EncryptionKey {
  if (given.length !== keyBytes) {
    throw new AppError('misconfigured', `${name} must be ${keyBytes} bytes and is ${given.length}`);
  }
  const bytes = Buffer.from(given);
  const id = createHmac('sha256', bytes).update('refrain key id').digest().subarray(0, idBytes);
  return { id: id.toString('hex'), idBytes: id, bytes };
}
