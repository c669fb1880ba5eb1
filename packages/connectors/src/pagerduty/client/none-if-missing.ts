import { AppError } from '@refrain/domain';

/** What an account's plan does not have (402, 404), or the credential may not see (403), is nothing to fail for. */
export function noneIfMissing<T>(value: T): (thrown: unknown) => T {
  return (thrown) => {
    if (thrown instanceof AppError && (thrown.code === 'permission_missing' || thrown.code === 'not_found'))
      return value;
    throw thrown;
  };
}
