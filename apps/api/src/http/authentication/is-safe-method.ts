import type { Request } from 'express';

/** Whether the method is safe (RFC 9110, 9.2.1): browsers send such requests from any page. */
export function isSafeMethod({ method }: Pick<Request, 'method'>): boolean {
  return method === 'GET' || method === 'HEAD';
}
