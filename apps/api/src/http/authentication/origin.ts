import { AppError, isLoopback } from '@refrain/domain';
import type { Request } from 'express';

/**
 * The Origin that a browser sends has to be ours, by the name that the browser used or, behind a proxy that names us otherwise,
 * by our public address.
 * @param what comes, at the start of a sentence
 * @throws {AppError} `forbidden`
 */
export function requireOwnOrigin(request: Request, publicUrl: string, what: string): void {
  if (!isOwnOrigin(request, publicUrl))
    throw new AppError('forbidden', `${what} has to come from the page of Refrain itself.`);
}

function isOwnOrigin({ headers }: Request, publicUrl: string): boolean {
  if (headers.origin === undefined || !URL.canParse(headers.origin)) return false;
  const [{ host, hostname, protocol }, own] = [new URL(headers.origin), new URL(publicUrl)];
  // Where it is reached by TLS, a page that came without may be anybody's on the way.
  if (own.protocol === 'https:' && protocol !== 'https:' && !isLoopback(hostname)) return false;
  return host === headers.host || host === own.host;
}
