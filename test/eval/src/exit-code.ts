import { toAppError } from '@refrain/domain';
import { CommanderError } from 'commander';

const failed = 1;
const invalid = 2;

/**
 * Commands that exit with 1 for every error. All other commands have separate exit codes for wrong usage and unreadable input, like
 * `refrain`.
 */
const measurements: ReadonlySet<string> = new Set([
  'compare',
  'effect',
  'link',
  'measure',
  'org',
  'precheck',
  'resolution',
  'seen',
  'trend',
]);

export function exitCodeOf(error: unknown, command = ''): number {
  if (error instanceof CommanderError && error.exitCode === 0) return 0;
  if (measurements.has(command)) return failed;
  const isInvalid = error instanceof CommanderError || ['invalid_input', 'too_large'].includes(toAppError(error).code);
  return isInvalid ? invalid : failed;
}
