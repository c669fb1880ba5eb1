import { AppError } from '@refrain/domain';
import type { RequestTarget } from './provider-error.ts';

/** Rejects `.` and `..` in a URL path, plain or encoded, since a name with them could select another resource. */
export function refuseDotSegments({ provider, what }: RequestTarget, url: string): void {
  const [path = ''] = url.split(/[?#]/u, 1);
  if (!path.split('/').some((segment) => /^(?:\.|%2e){1,2}$/iu.test(segment))) return;
  throw new AppError(
    'invalid_input',
    `A name or id in the request to ${provider} for ${what} is "." or "..": use another name or id`,
  );
}
