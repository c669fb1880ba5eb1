import type { z } from 'zod';
import { AppError } from './app-error.ts';

/**
 * Parses a value that came from outside. All problems are reported at once, each with the path to its field.
 * @param what names the value in the message, for example `the connection`
 * @throws {AppError} `invalid_input`
 */
export function parseInput<T extends z.ZodType>(schema: T, value: unknown, what: string): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => {
    const path = issue.path.map(String).join('.');
    return path === '' ? issue.message : `${path}: ${issue.message}`;
  });
  throw new AppError('invalid_input', `Cannot read ${what}: ${problems.join('; ')}`);
}
