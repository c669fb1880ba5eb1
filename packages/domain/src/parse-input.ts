import type { z } from 'zod';
import { AppError } from './app-error.ts';

/** Problems that a message lists, and characters of each: 60,000 unknown fields would else make a message of half a megabyte. */
const mostProblems = 20;
const longestProblem = 500;

/**
 * Parses a value that came from outside. All problems are reported at once, each with the path to its field.
 * @param what names the value in the message, for example `the connection`
 * @throws {AppError} `invalid_input`
 */
export function parseInput<T extends z.ZodType>(schema: T, value: unknown, what: string): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const { issues } = result.error;
  const problems = issues.slice(0, mostProblems).map((issue) => {
    const path = issue.path.map(String).join('.');
    return shorten(path === '' ? issue.message : `${path}: ${issue.message}`);
  });
  if (issues.length > mostProblems) problems.push(`${issues.length - mostProblems} more problems`);
  throw new AppError('invalid_input', `Cannot read ${what}: ${problems.join('; ')}`);
}

function shorten(text: string): string {
  return text.length <= longestProblem ? text : `${text.slice(0, longestProblem)}…`;
}
