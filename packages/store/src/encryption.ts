import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { AppError } from '@refrain/domain';

export const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

/** Which secret of which connection: bound into the ciphertext, so that one cannot be put in another's place. */
interface SecretPlace {
  readonly connectionId: string;
  readonly name: 'credential' | 'webhook secret';
}

/**
 * Encrypts with AES-256-GCM and a random nonce.
 * @returns nonce (12 bytes), authentication tag (16 bytes), ciphertext
 */
export function encrypt(secret: string, key: Buffer, place: SecretPlace): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(additionalData(place));
  const ciphertext = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]);
}

/** @throws {AppError} `misconfigured` when key or place is not the one that it was encrypted with */
export function decrypt(sealed: Buffer, key: Buffer, place: SecretPlace): string {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes });
    decipher.setAAD(additionalData(place));
    decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]).toString('utf8');
  } catch {
    throw new AppError(
      'misconfigured',
      `The ${place.name} of connection ${place.connectionId} was encrypted with another key; set REFRAIN_ENCRYPTION_KEY to that key, or connect the account again`,
      { context: { connectionId: place.connectionId } },
    );
  }
}

function additionalData({ connectionId, name }: SecretPlace): Buffer {
  return Buffer.from(`${connectionId}/${name}`);
}
