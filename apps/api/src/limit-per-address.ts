import { AppError } from '@refrain/domain';
import type { RequestHandler } from 'express';
import rateLimit from 'express-rate-limit';

/** Lets each address through so many times a minute; answers the others with a problem. */
export function limitPerAddress(perMinute: number): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_request, _response, next) => {
      next(new AppError('rate_limited', 'Too many requests from your address: wait a minute.'));
    },
  });
}
