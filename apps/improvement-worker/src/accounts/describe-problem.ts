import { AppError } from '@refrain/domain';

/** Describes an error for users; unexpected errors are only in the log. */
export function describeProblem(thrown: unknown): string {
  return thrown instanceof AppError ? thrown.message : 'Unexpected error: see the log of the improvement worker';
}
