import { AppError } from '@refrain/domain';

/**
 * Returns a handler that replaces errors for what an account's plan lacks (402, 404) or the credential may not see
 * (403).
 */
export function noneIfMissing<T>(value: T): (thrown: unknown) => T {
  return (thrown) => {
    if (thrown instanceof AppError && (thrown.code === 'permission_missing' || thrown.code === 'not_found'))
      return value;
    throw thrown;
  };
}
