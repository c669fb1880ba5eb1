import { promisify } from 'node:util';
import { constants, deflate, deflateSync, inflateSync } from 'node:zlib';
import { decryptSecret, encryptSecret, type NonceSource, type SecretLocation } from '../encryption/encryption.ts';
import type { Keyring } from '../encryption/keyring.ts';

/** Payloads below this size in bytes are not compressed, because the gain would be small. */
const minCompressed = 256;
/**
 * Payloads of at least this size in bytes are compressed in another thread, because compressing them takes more than 10
 * ms.
 */
const maxCompressedHere = 1_000_000;
/** The fastest compression level. Slower levels save only a few percent. */
const options = { level: constants.Z_BEST_SPEED };
const deflateElsewhere = promisify<Buffer, typeof options, Buffer>(deflate);
/** The first byte of a zlib stream (RFC 1950), which no JSON text begins with. */
const zlibMark = 0x78;

export interface EncryptedPayload {
  readonly sealed: Buffer;
  /** The size in bytes of the payload as JSON text. */
  readonly bytes: number;
}

/**
 * Compresses and encrypts a payload, in this order because ciphertext does not compress. A payload of 10 kB shrinks to
 * a sixth. Writing fewer bytes saves more time than the compression takes.
 */
export function encryptPayload(
  json: string,
  keyring: Keyring,
  location: SecretLocation,
  nextNonce?: NonceSource,
): EncryptedPayload {
  const text = Buffer.from(json);
  const content = text.length < minCompressed ? text : deflateSync(text, options);
  return { sealed: encryptSecret(content, keyring, location, nextNonce), bytes: text.length };
}

/** Compresses and encrypts a payload. Compresses a large payload without blocking the event loop. */
export async function encryptLargePayload(
  json: string,
  keyring: Keyring,
  location: SecretLocation,
  nextNonce?: NonceSource,
): Promise<EncryptedPayload> {
  if (json.length < maxCompressedHere) return encryptPayload(json, keyring, location, nextNonce);
  const text = Buffer.from(json);
  const content = await deflateElsewhere(text, options);
  return { sealed: encryptSecret(content, keyring, location, nextNonce), bytes: text.length };
}

/** @throws {AppError} `misconfigured` if the payload was encrypted with an unknown key */
export function decryptPayload(sealed: Buffer, keyring: Keyring, location: SecretLocation): unknown {
  const content = decryptSecret(sealed, keyring, location);
  return JSON.parse((content[0] === zlibMark ? inflateSync(content) : content).toString('utf8'));
}

export function createPayloadLocation(connectionId: string, deliveryKey: string): SecretLocation {
  return { owner: connectionId, what: 'payload', part: deliveryKey };
}
