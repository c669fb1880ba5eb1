import { promisify } from 'node:util';
import { constants, deflate, deflateSync, inflateSync } from 'node:zlib';
import { type NextNonce, type SecretLocation, seal, unseal } from '../encryption/encryption.ts';
import type { Keyring } from '../encryption/keyring.ts';

/** Compression gains little below this size in bytes. */
const minCompressed = 256;
/** Compression takes more than 10 ms above this size in bytes, and then runs in another thread. */
const maxCompressedHere = 1_000_000;
/** The fastest level: slower ones save only a few percent. */
const options = { level: constants.Z_BEST_SPEED };
const deflateElsewhere = promisify<Buffer, typeof options, Buffer>(deflate);
/** The first byte of a zlib stream (RFC 1950), which no JSON text begins with. */
const zlibMark = 0x78;

/** A payload as the inbox stores it. */
export interface SealedPayload {
  readonly sealed: Buffer;
  /** The size of the payload as JSON text. */
  readonly bytes: number;
}

/**
 * Compresses a payload and encrypts it, in this order because ciphertext does not compress. A payload of 10 kB takes a
 * sixth of the space, and writing less saves more time than compression takes.
 * @param json the payload as JSON text
 */
export function sealPayload(
  json: string,
  keyring: Keyring,
  place: SecretLocation,
  nextNonce?: NextNonce,
): SealedPayload {
  const text = Buffer.from(json);
  const content = text.length < minCompressed ? text : deflateSync(text, options);
  return { sealed: seal(content, keyring, place, nextNonce), bytes: text.length };
}

/** Works like `sealPayload`, without blocking the event loop during the compression of a large payload. */
export async function sealLargePayload(
  json: string,
  keyring: Keyring,
  place: SecretLocation,
  nextNonce?: NextNonce,
): Promise<SealedPayload> {
  if (json.length < maxCompressedHere) return sealPayload(json, keyring, place, nextNonce);
  const text = Buffer.from(json);
  const content = await deflateElsewhere(text, options);
  return { sealed: seal(content, keyring, place, nextNonce), bytes: text.length };
}

/** @throws {AppError} `misconfigured` if it was encrypted with another key */
export function openPayload(sealed: Buffer, keyring: Keyring, place: SecretLocation): unknown {
  const content = unseal(sealed, keyring, place);
  return JSON.parse((content[0] === zlibMark ? inflateSync(content) : content).toString('utf8'));
}

/** Returns the location that binds a payload to its record. */
export function payloadLocation(connectionId: string, deliveryKey: string): SecretLocation {
  return { owner: connectionId, what: 'payload', part: deliveryKey };
}
