import { AppError } from '@refrain/domain';
import type { RequestTarget } from './provider-error.ts';

/**
 * Refuses an address with a segment `.` or `..` in its path, also if encoded: a name or id from a person or a provider
 * could lead the request to another resource.
 * @throws {AppError} `invalid_input`
 */
export function refuseDotSegments({ provider, what }: RequestTarget, url: string): void {
  const [path = ''] = url.split(/[?#]/u, 1);
  if (!path.split('/').some((segment) => /^(?:\.|%2e){1,2}$/iu.test(segment))) return;
  throw new AppError('invalid_input', `${provider} has no address for ${what}, since a name in it is "." or ".."`);
}
