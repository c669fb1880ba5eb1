import type { z } from 'zod';
import { AppError } from './app-error.ts';

/**
 * The maximum number of problems in a message, and of characters of each. Without limits, 60,000 unknown fields would
 * make a message of half a megabyte.
 */
const maxProblems = 20;
const maxProblemLength = 500;
/** The maximum number of unknown fields that a message names. */
const maxUnknown = 5;

/**
 * Parses an external value. Reports all problems at once, each with the path of its field.
 * @param what names the value in the message, for example `the connection`
 * @throws {AppError} `invalid_input`
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

/** Returns zod's message for unknown fields, limited to a few of them; undefined leaves every other problem to zod. */
function describeUnknown(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code !== 'unrecognized_keys' || issue.keys.length <= maxUnknown) return undefined;
  const named = issue.keys.slice(0, maxUnknown).map((key) => `"${key.slice(0, maxProblemLength / maxUnknown)}"`);
  return `Unrecognized keys: ${named.join(', ')} and ${issue.keys.length - maxUnknown} more`;
}

function shorten(text: string): string {
  return text.length <= maxProblemLength ? text : `${text.slice(0, maxProblemLength)}…`;
}
