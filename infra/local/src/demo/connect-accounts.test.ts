import { expect, test } from 'vitest';
import { refuseOtherAccounts } from './connect-accounts.ts';

test('the demo connects nothing if accounts other than its own are connected', () => {
  refuseOtherAccounts([], ['larkhaul']);
  refuseOtherAccounts([{ account: 'larkhaul' }], ['larkhaul']);
  expect(() => refuseOtherAccounts([{ account: 'larkhaul' }, { account: 'acme' }], ['larkhaul'])).toThrow(
    /real account acme\. .*DATABASE_URL/u,
  );
});
