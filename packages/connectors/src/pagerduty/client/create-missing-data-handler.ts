import { AppError } from '@refrain/domain';

/** Returns an error handler that substitutes a value for data that the plan lacks or the credential may not see. */
export function createMissingDataHandler<T>(value: T): (thrown: unknown) => T {
  return (thrown) => {
    if (thrown instanceof AppError && (thrown.code === 'permission_missing' || thrown.code === 'not_found'))
      return value;
    throw thrown;
  };
}
