import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { AppError } from '@refrain/domain';
import { type EncryptionKey, type Keyring, keyIdLength } from './keyring.ts';

const nonceBytes = 12;
const tagBytes = 16;
const noncesPerDraw = 64;
/** The first 4 bytes of every encrypted value. The id of the encryption key follows them. */
export const encryptedValuePrefix = Buffer.from('RFK1', 'latin1');
export const encryptionHeaderLength = encryptedValuePrefix.length + keyIdLength;

/**
 * Where a secret is stored. The location is authenticated with the ciphertext, so that swapped secrets cannot be
 * decrypted.
 */
export interface SecretLocation {
  /** The id of the owning connection or subscription, or `none`. Contains no `/`. */
  readonly owner: string;
  readonly what: 'credential' | 'webhook secret' | 'payload' | 'app' | 'answer' | 'address' | 'check' | 'recognition';
  /** Distinguishes several secrets of one owner. */
  readonly part?: string;
}

export type NonceSource = () => Buffer;

/**
 * Creates a source of nonces that generates many at once, because generating a single nonce takes as long as encryption
 * (measured).
 */
export function createNonceSource(): NonceSource {
  let drawn = Buffer.alloc(0);
  return () => {
    if (drawn.length === 0) drawn = randomBytes(nonceBytes * noncesPerDraw);
    const nonce = drawn.subarray(0, nonceBytes);
    drawn = drawn.subarray(nonceBytes);
    return nonce;
  };
}

const drawNonce: NonceSource = () => randomBytes(nonceBytes);

/**
 * Encrypts with AES-256-GCM, with the present key and a random nonce.
 * @returns the fixed prefix (4 bytes), the key's id (4), the nonce (12), the authentication tag (16) and the ciphertext
 */
export function encryptSecret(
  secret: string | Uint8Array,
  keyring: Keyring,
  location: SecretLocation,
  nextNonce: NonceSource = drawNonce,
): Buffer {
  const nonce = nextNonce();
  const cipher = createCipheriv('aes-256-gcm', keyring.present.bytes, nonce, { authTagLength: tagBytes });
  cipher.setAAD(additionalData(location));
  const ciphertext = typeof secret === 'string' ? cipher.update(secret, 'utf8') : cipher.update(secret);
  cipher.final();
  return Buffer.concat([encryptedValuePrefix, keyring.present.idBytes, nonce, cipher.getAuthTag(), ciphertext]);
}

/** @throws {AppError} `misconfigured` if the value's key is unknown, or the value was encrypted for another location */
export function decryptSecret(sealed: Buffer, keyring: Keyring, location: SecretLocation): Buffer {
  const key = findNamedKey(sealed, keyring);
  const opened = key && open(sealed.subarray(encryptionHeaderLength), key, additionalData(location));
  if (opened !== null) return opened;
  throw new AppError(
    'misconfigured',
    `The ${location.what} of connection ${location.owner} was encrypted with another key. Set REFRAIN_ENCRYPTION_KEY to that key, or connect the account again`,
    { context: { connectionId: location.owner } },
  );
}

/** Returns the result of `open`; undefined if no known key decrypts the value or the value is damaged. */
export function tryDecrypt<T>(open: () => T): T | undefined {
  try {
    return open();
  } catch {
    return undefined;
  }
}

/** Returns the key with which a value was encrypted; null if this process lacks it. */
function findNamedKey(sealed: Buffer, keyring: Keyring): EncryptionKey | null {
  if (!sealed.subarray(0, encryptedValuePrefix.length).equals(encryptedValuePrefix)) return null;
  const id = sealed.subarray(encryptedValuePrefix.length, encryptionHeaderLength);
  return keyring.keys.find((key) => key.idBytes.equals(id)) ?? null;
}

function open(sealed: Buffer, { bytes }: EncryptionKey, data: Buffer): Buffer | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', bytes, sealed.subarray(0, nonceBytes), {
      authTagLength: tagBytes,
    });
    decipher.setAAD(data);
    decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
    const secret = decipher.update(sealed.subarray(nonceBytes + tagBytes));
    decipher.final();
    return secret;
  } catch {
    return null;
  }
}

function additionalData({ owner, what, part }: SecretLocation): Buffer {
  return Buffer.from(part === undefined ? `${owner}/${what}` : `${owner}/${what}/${part}`);
}
