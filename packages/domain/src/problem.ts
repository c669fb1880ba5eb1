import { z } from 'zod';
import { ErrorCode } from './app-error.ts';

/** The body of every error response: problem details (RFC 9457) with a `code`, and whether a retry can help. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  /** The HTTP status code. */
  status: z.number().int(),
  /** One line for a person: what is wrong, then what to do. */
  detail: z.string(),
  code: ErrorCode,
  retryable: z.boolean(),
  /** The trace id of the request in the log. */
  traceId: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;
