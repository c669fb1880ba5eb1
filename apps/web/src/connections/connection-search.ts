import * as z from 'zod/mini';
import { ignoreInvalid } from '../list/ignore-invalid.ts';

export const connectionTabs = ['progress', 'access', 'completeness', 'records', 'settings'] as const;
export type ConnectionTab = (typeof connectionTabs)[number];

/** Search parameters of a connection's page: the open tab, and the period of the completeness check in days. */
export const ConnectionSearch = z.object({
  tab: ignoreInvalid(z.enum(connectionTabs)),
  days: ignoreInvalid(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(3_660))),
});
export type ConnectionSearch = z.infer<typeof ConnectionSearch>;
