import * as z from 'zod/mini';
import { leniently } from '../list/leniently.ts';

/** What is shown, as the address has it. */
export const AuditSearch = z.object({ query: leniently(z.coerce.string()) });
export type AuditSearch = z.infer<typeof AuditSearch>;
