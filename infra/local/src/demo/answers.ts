import { BackfillProgress, Connection, Failure, Improvement, Pattern } from '@refrain/domain';
import { z } from 'zod';

/** The API's answers that the demo reads. */
export const Connections = z.object({ items: z.array(Connection) });
export const Connected = z.object({
  connection: Connection,
  webhook: z.object({ url: z.string(), secret: z.string() }).nullable(),
});
export const Patterns = z.object({ items: z.array(Pattern), total: z.number() });
export const Failures = z.object({ items: z.array(Failure.extend({ patternId: z.string().nullable() })) });
export const Improvements = z.object({ items: z.array(Improvement) });
export const Status = z.object({
  failures: z.number(),
  changes: z.number(),
  patterns: z.number(),
  pending: z.number(),
  busy: z.boolean(),
});
export type Status = z.infer<typeof Status>;
export { BackfillProgress, Pattern };
