import { AppError, isLoopbackHost } from '@refrain/domain';
import type { Request } from 'express';

/**
 * Requires that the `Origin` header names the requested host or, behind a proxy, the public URL.
 * @param what the subject of the error message, such as `A sign-in by a link`
 * @throws {AppError} `forbidden`
 */
export function requireSameOrigin(request: Request, publicUrl: string, what: string): void {
  if (!isOwnOrigin(request, publicUrl))
    throw new AppError('forbidden', `${what} must come from Refrain's own web page. Open Refrain and try again.`);
}

function isOwnOrigin({ headers }: Request, publicUrl: string): boolean {
  if (headers.origin === undefined || !URL.canParse(headers.origin)) return false;
  const [{ host, hostname, protocol }, own] = [new URL(headers.origin), new URL(publicUrl)];
  // If Refrain uses TLS, rejects requests from pages without TLS, which an attacker may have forged in transit.
  if (own.protocol === 'https:' && protocol !== 'https:' && !isLoopbackHost(hostname)) return false;
  return host === headers.host || host === own.host;
}

/** Returns whether the method is safe (RFC 9110, section 9.2.1). Browsers send safe requests from any website. */
export function isSafeHttpMethod({ method }: Pick<Request, 'method'>): boolean {
  return method === 'GET' || method === 'HEAD';
}
