import * as z from 'zod/mini';
import { leniently } from '../list/leniently.ts';

export const ConnectSearch = z.object({ provider: leniently(z.enum(['github', 'pagerduty'])) });
export type ConnectSearch = z.infer<typeof ConnectSearch>;
