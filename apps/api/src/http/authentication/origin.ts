import { AppError, isLoopback } from '@refrain/domain';
import type { Request } from 'express';

/**
 * Requires the `Origin` header to be our own: the host that the browser requested or, behind a proxy, our public address.
 * @param what starts the error message
 * @throws {AppError} `forbidden`
 */
export function requireOwnOrigin(request: Request, publicUrl: string, what: string): void {
  if (!isOwnOrigin(request, publicUrl))
    throw new AppError('forbidden', `${what} has to come from the page of Refrain itself.`);
}

function isOwnOrigin({ headers }: Request, publicUrl: string): boolean {
  if (headers.origin === undefined || !URL.canParse(headers.origin)) return false;
  const [{ host, hostname, protocol }, own] = [new URL(headers.origin), new URL(publicUrl)];
  // With TLS, a page without TLS may have been forged in transit.
  if (own.protocol === 'https:' && protocol !== 'https:' && !isLoopback(hostname)) return false;
  return host === headers.host || host === own.host;
}
