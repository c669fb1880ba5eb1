import { createHmac, timingSafeEqual } from 'node:crypto';
import { AppError, type RawRecord } from '@refrain/domain';

/** Whether a signature of 64 hexadecimal digits is the HMAC-SHA256 of the body; compared in constant time. */
export function isSignedBy(signature: string, body: Buffer, secret: string): boolean {
  if (secret === '' || !/^[\da-f]{64}$/iu.test(signature)) return false;
  return timingSafeEqual(Buffer.from(signature, 'hex'), createHmac('sha256', secret).update(body).digest());
}

export function signatureInvalid(provider: string): AppError {
  return new AppError(
    'signature_invalid',
    `The delivery is not signed with this connection's secret: set the same secret in ${provider}'s webhook settings`,
  );
}

/** The JSON value of a verified body; a body that is none is kept as its text. */
export function parseBody(body: Buffer): RawRecord['payload'] {
  const text = body.toString('utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return { unreadable: text };
  }
}
