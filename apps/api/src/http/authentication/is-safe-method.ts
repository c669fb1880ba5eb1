import type { Request } from 'express';

/** Whether it changes nothing, by its method: a browser sends such a request from any page. */
export function isSafeMethod({ method }: Pick<Request, 'method'>): boolean {
  return method === 'GET' || method === 'HEAD';
}
