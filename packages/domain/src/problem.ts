import { z } from 'zod';
import { ErrorCode } from './app-error.ts';

/** The body of every error response: problem details (RFC 9457), with a `code` and whether a retry can help. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  /** The HTTP status. */
  status: z.number().int(),
  /** One line for a person: what is wrong, then what to do. */
  detail: z.string(),
  code: ErrorCode,
  retryable: z.boolean(),
  /** The id under which the log has this request and everything that it caused. */
  traceId: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;
