import * as z from 'zod/mini';
import { ignoreInvalid } from '../list/ignore-invalid.ts';

/** Search parameters of the connect page. They exclude the values of the form, because these include a secret. */
export const ConnectSearch = z.object({
  provider: ignoreInvalid(z.coerce.string()),
  /** `app` is a GitHub App or a PagerDuty app, `key` a token or an API key. */
  by: ignoreInvalid(z.enum(['app', 'key'])),
  /** Id of the connected account whose credential is replaced. */
  account: ignoreInvalid(z.coerce.string()),
  baseUrl: ignoreInvalid(z.coerce.string()),
  step: ignoreInvalid(z.enum(['choose'])),
});
export type ConnectSearch = z.infer<typeof ConnectSearch>;
