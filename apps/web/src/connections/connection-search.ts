import * as z from 'zod/mini';
import { leniently } from '../list/leniently.ts';

export const connectionParts = ['progress', 'access', 'completeness', 'records', 'settings'] as const;
export type ConnectionPart = (typeof connectionParts)[number];

/** Which part of an account is open, and of how many days it is told how complete they are. */
export const ConnectionSearch = z.object({
  part: leniently(z.enum(connectionParts)),
  days: leniently(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(3_660))),
});
export type ConnectionSearch = z.infer<typeof ConnectionSearch>;
