import { AppError } from '@refrain/domain';

/** Describes an error for users. Unexpected errors are not shown, because their message may contain internals; the log has them. */
export function describeProblem(thrown: unknown): string {
  return thrown instanceof AppError ? thrown.message : "Unexpected error: see the improvement worker's log";
}
