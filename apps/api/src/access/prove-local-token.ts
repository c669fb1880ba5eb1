import { createHmac } from 'node:crypto';
import { AppError } from '@refrain/domain';
import type { RequestHandler } from 'express';

/** Answers a challenge as `localProofPath` describes. @throws {AppError} `invalid_input` */
export function proveLocalToken(token: string): RequestHandler<{ challenge: string }> {
  return ({ params: { challenge } }, response) => {
    if (!/^[\w-]{43}$/u.test(challenge)) {
      throw new AppError('invalid_input', 'A challenge has 43 characters of base64url: send one of those.');
    }
    response.type('text/plain').send(createHmac('sha256', token).update(challenge).digest('hex'));
  };
}
