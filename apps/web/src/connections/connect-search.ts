import * as z from 'zod/mini';
import { leniently } from '../list/leniently.ts';

/** The search parameters of the connect page. The form's values are not in the URL, since they include a secret. */
export const ConnectSearch = z.object({
  provider: leniently(z.coerce.string()),
  /** `app` is a GitHub App or an app of PagerDuty, `key` a token or an API key. */
  by: leniently(z.enum(['app', 'key'])),
  /** The connected account that gets a new credential. */
  account: leniently(z.coerce.string()),
  baseUrl: leniently(z.coerce.string()),
  step: leniently(z.enum(['choose'])),
});
export type ConnectSearch = z.infer<typeof ConnectSearch>;
