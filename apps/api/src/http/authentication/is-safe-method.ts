import type { Request } from 'express';

/** Returns whether the method is safe (RFC 9110, section 9.2.1). Browsers send safe requests from any website. */
export function isSafeMethod({ method }: Pick<Request, 'method'>): boolean {
  return method === 'GET' || method === 'HEAD';
}
