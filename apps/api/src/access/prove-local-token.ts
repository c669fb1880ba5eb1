import { createHmac } from 'node:crypto';
import { AppError, localProofText } from '@refrain/domain';
import type { RequestHandler } from 'express';

/** How the command line of this machine reaches the API. */
export interface LocalAccess {
  /** The token that the API keeps for it. */
  readonly token: string;
  /** Returns the address at which the API listens. */
  readonly url: () => string;
}

/** Answers a challenge as `localProofPath` describes. @throws {AppError} `invalid_input` */
export function proveLocalToken({ token, url }: LocalAccess): RequestHandler<{ challenge: string }> {
  return ({ params: { challenge } }, response) => {
    if (!/^[\w-]{43}$/u.test(challenge)) {
      throw new AppError('invalid_input', 'A challenge has 43 characters of base64url: send one of those.');
    }
    response
      .type('text/plain')
      .send(createHmac('sha256', token).update(localProofText(challenge, url())).digest('hex'));
  };
}
