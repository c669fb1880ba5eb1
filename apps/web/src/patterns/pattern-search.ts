import { FailureKind } from '@refrain/domain';
import { z } from 'zod';

/** The view is in the address, so that it can be shared and the back button works. */
export const PatternSearch = z.object({
  kind: FailureKind.optional().catch(undefined),
  query: z.coerce.string().optional().catch(undefined),
  sort: z.enum(['episodes', 'lastAt']).optional().catch(undefined),
});
export type PatternSearch = z.infer<typeof PatternSearch>;
