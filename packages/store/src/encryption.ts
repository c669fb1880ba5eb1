import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { AppError } from '@refrain/domain';

export const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
const noncesPerDraw = 64;

/** Which secret of what: bound into the ciphertext, so that one cannot be put in another's place. */
export interface SecretPlace {
  /** Id of the connection or subscription that it belongs to; a fixed word where it belongs to none. Holds no `/`. */
  readonly owner: string;
  readonly what: 'credential' | 'webhook secret' | 'payload' | 'app' | 'answer' | 'address';
  /** Tells those apart of which an owner has several. */
  readonly part?: string;
}

/** What one seal takes, once: 12 random bytes. */
export type NextNonce = () => Buffer;

/** Draws for several seals at a time: measured, asking for each alone costs as much as the sealing. */
export function createNonces(): NextNonce {
  let drawn = Buffer.alloc(0);
  return () => {
    if (drawn.length === 0) drawn = randomBytes(nonceBytes * noncesPerDraw);
    const nonce = drawn.subarray(0, nonceBytes);
    drawn = drawn.subarray(nonceBytes);
    return nonce;
  };
}

const drawNonce: NextNonce = () => randomBytes(nonceBytes);

/**
 * Encrypts with AES-256-GCM and a random nonce.
 * @returns nonce (12 bytes), authentication tag (16 bytes), ciphertext
 */
export function seal(
  secret: string | Uint8Array,
  key: Buffer,
  place: SecretPlace,
  nextNonce: NextNonce = drawNonce,
): Buffer {
  const nonce = nextNonce();
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(additionalData(place));
  const ciphertext = typeof secret === 'string' ? cipher.update(secret, 'utf8') : cipher.update(secret);
  cipher.final();
  return Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]);
}

/** @throws {AppError} `misconfigured` when key or place is not the one that it was sealed with */
export function unseal(sealed: Buffer, key: Buffer, place: SecretPlace): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes });
    decipher.setAAD(additionalData(place));
    decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
    const secret = decipher.update(sealed.subarray(nonceBytes + tagBytes));
    decipher.final();
    return secret;
  } catch {
    throw new AppError(
      'misconfigured',
      `The ${place.what} of connection ${place.owner} was encrypted with another key; set REFRAIN_ENCRYPTION_KEY to that key, or connect the account again`,
      { context: { connectionId: place.owner } },
    );
  }
}

function additionalData({ owner, what, part }: SecretPlace): Buffer {
  return Buffer.from(part === undefined ? `${owner}/${what}` : `${owner}/${what}/${part}`);
}
