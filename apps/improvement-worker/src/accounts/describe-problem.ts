import { AppError } from '@refrain/domain';

/** What went wrong, for whoever looks at what it was about; of what nobody foresaw only the log tells. */
export function sayProblem(thrown: unknown): string {
  return thrown instanceof AppError ? thrown.message : 'Unexpected error: see the log of the improvement worker';
}
