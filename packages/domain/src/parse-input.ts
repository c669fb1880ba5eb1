import type { z } from 'zod';
import { AppError } from './app-error.ts';

// Without limits, 60,000 unknown fields would result in a message of half a megabyte.
const maxProblems = 20;
const maxProblemLength = 500;
const maxNamedFields = 5;

/**
 * Parses an external value.
 * @param what the name of the value in the error message, such as `the connection`
 * @throws {AppError} `invalid_input`, with all problems and the path of each field
 */
export function parseInput<T extends z.ZodType>(schema: T, value: unknown, what: string): z.output<T> {
  const result = schema.safeParse(value, { error: describeUnknown });
  if (result.success) return result.data;
  const { issues } = result.error;
  const problems = issues.slice(0, maxProblems).map((issue) => {
    const path = issue.path.map(String).join('.');
    return shorten(path === '' ? issue.message : `${path}: ${issue.message}`);
  });
  if (issues.length > maxProblems) problems.push(`${issues.length - maxProblems} more problems`);
  throw new AppError('invalid_input', `Cannot read ${what}: ${problems.join('; ')}`);
}

/** Names only the first few of many unknown fields. Returns undefined for other problems, to keep zod's own message. */
function describeUnknown(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code !== 'unrecognized_keys' || issue.keys.length <= maxNamedFields) return undefined;
  const named = issue.keys
    .slice(0, maxNamedFields)
    .map((key) => `"${key.slice(0, maxProblemLength / maxNamedFields)}"`);
  return `Unrecognized keys: ${named.join(', ')} and ${issue.keys.length - maxNamedFields} more`;
}

function shorten(text: string): string {
  return text.length <= maxProblemLength ? text : `${text.slice(0, maxProblemLength)}…`;
}
