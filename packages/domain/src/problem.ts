import { z } from 'zod';
import { ErrorCode } from './app-error.ts';

/** How every error leaves the API: problem details (RFC 9457), with our `code` and whether trying again can help. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  /** The HTTP status. */
  status: z.number().int(),
  /** One line for a person: what is wrong, then what to do. */
  detail: z.string(),
  code: ErrorCode,
  retryable: z.boolean(),
  /** By which the log tells of this request and of all that it set off. */
  traceId: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;
