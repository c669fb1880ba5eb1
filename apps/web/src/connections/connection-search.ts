import * as z from 'zod/mini';
import { leniently } from '../list/leniently.ts';

export const connectionTabs = ['progress', 'access', 'completeness', 'records', 'settings'] as const;
export type ConnectionTab = (typeof connectionTabs)[number];

/** Which part of an account is open, and of how many days it is told how complete they are. */
export const ConnectionSearch = z.object({
  tab: leniently(z.enum(connectionTabs)),
  days: leniently(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(3_660))),
});
export type ConnectionSearch = z.infer<typeof ConnectionSearch>;
