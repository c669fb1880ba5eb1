import { AppError, isLoopbackHost } from '@refrain/domain';
import type { Request } from 'express';

/**
 * Requires that the `Origin` header is the requested host or, behind a proxy, the public URL.
 * @param what the subject of the error message
 * @throws {AppError} `forbidden`
 */
export function requireOwnOrigin(request: Request, publicUrl: string, what: string): void {
  if (!isOwnOrigin(request, publicUrl))
    throw new AppError('forbidden', `${what} must come from Refrain's own web page. Open Refrain and try again.`);
}

function isOwnOrigin({ headers }: Request, publicUrl: string): boolean {
  if (headers.origin === undefined || !URL.canParse(headers.origin)) return false;
  const [{ host, hostname, protocol }, own] = [new URL(headers.origin), new URL(publicUrl)];
  // If Refrain uses TLS, a page without TLS may have been forged in transit.
  if (own.protocol === 'https:' && protocol !== 'https:' && !isLoopbackHost(hostname)) return false;
  return host === headers.host || host === own.host;
}
