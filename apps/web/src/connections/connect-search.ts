import * as z from 'zod/mini';
import { leniently } from '../list/leniently.ts';

/** Where one stands in connecting. What is typed is in no address: there is a secret in it. */
export const ConnectSearch = z.object({
  provider: leniently(z.coerce.string()),
  /** `app` is a GitHub App or an app of PagerDuty, `key` a token or an API key. */
  by: leniently(z.enum(['app', 'key'])),
  /** Of one that is connected already and gets another credential. */
  account: leniently(z.coerce.string()),
  baseUrl: leniently(z.coerce.string()),
  step: leniently(z.enum(['choose'])),
});
export type ConnectSearch = z.infer<typeof ConnectSearch>;
