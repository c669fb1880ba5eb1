import { type Ask, createApiRequester } from '@refrain/e2e/processes';
import { localAdminTokenOwner, type Store } from '@refrain/store';

/** Creates a client that calls the API with a new token and throws the response body on any status other than 2xx. */
export async function createApiClient(url: string, { access }: Store): Promise<Ask> {
  return createApiRequester(url, (await access.createToken('bench', null, localAdminTokenOwner)).token);
}
