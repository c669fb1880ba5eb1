import * as z from 'zod/mini';
import { lenient } from '../list/lenient.ts';

/** Search parameters of the connect page. They exclude the values of the form, because these include a secret. */
export const ConnectSearch = z.object({
  provider: lenient(z.coerce.string()),
  /** `app` is a GitHub App or a PagerDuty app, `key` a token or an API key. */
  by: lenient(z.enum(['app', 'key'])),
  /** Id of the connected account whose credential is replaced. */
  account: lenient(z.coerce.string()),
  baseUrl: lenient(z.coerce.string()),
  step: lenient(z.enum(['choose'])),
});
export type ConnectSearch = z.infer<typeof ConnectSearch>;
