import { promisify } from 'node:util';
import { constants, deflate, deflateSync, inflateSync } from 'node:zlib';
import { type NextNonce, type SecretLocation, seal, unseal } from '../encryption/encryption.ts';
import type { Keyring } from '../encryption/keyring.ts';

/** Below this, compressing gains nothing that counts. */
const minCompressed = 256;
/** Above this, in bytes, compressing takes long enough to be left to another thread: 10 ms. */
const maxCompressedHere = 1_000_000;
/** The fastest level: slower ones gain a few percent of room. */
const options = { level: constants.Z_BEST_SPEED };
const deflateElsewhere = promisify<Buffer, typeof options, Buffer>(deflate);
/** A zlib stream begins with it (RFC 1950), and no JSON text does. */
const zlibMark = 0x78;

/** What stands in the inbox for a payload. */
export interface SealedPayload {
  readonly sealed: Buffer;
  /** The payload's size as JSON text. */
  readonly bytes: number;
}

/**
 * Compresses, since nothing else can once it is encrypted: a payload of 10 kB takes a sixth of the room, at a cost that
 * writing less pays back.
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

/** As `sealPayload`, without blocking the event loop while a large payload is compressed. */
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

/** @throws {AppError} `misconfigured` when it was sealed with another key */
export function openPayload(sealed: Buffer, keyring: Keyring, place: SecretLocation): unknown {
  const content = unseal(sealed, keyring, place);
  return JSON.parse((content[0] === zlibMark ? inflateSync(content) : content).toString('utf8'));
}

/** Bound to the record as it is stored. */
export function payloadLocation(connectionId: string, deliveryKey: string): SecretLocation {
  return { owner: connectionId, what: 'payload', part: deliveryKey };
}
