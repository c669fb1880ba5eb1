import { createHmac, timingSafeEqual } from 'node:crypto';
import { AppError } from '@refrain/domain';

/** Tells whether a hexadecimal signature is the HMAC-SHA256 of the body. Compares in constant time. */
export function hasValidSignature(signature: string, body: Buffer, secret: string): boolean {
  if (secret === '' || !/^[\da-f]{64}$/iu.test(signature)) return false;
  return timingSafeEqual(Buffer.from(signature, 'hex'), createHmac('sha256', secret).update(body).digest());
}

export function createInvalidSignatureError(provider: string): AppError {
  return new AppError(
    'signature_invalid',
    `The delivery is not signed with this connection's secret: set the same secret in ${provider}'s webhook settings`,
  );
}
