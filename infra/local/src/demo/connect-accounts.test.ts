import { expect, test } from 'vitest';
import { refuseAccountsOutsideDemo } from './connect-accounts.ts';

test('the demo connects nothing if accounts other than its own are connected', () => {
  refuseAccountsOutsideDemo([], ['larkhaul']);
  refuseAccountsOutsideDemo([{ account: 'larkhaul' }], ['larkhaul']);
  expect(() => refuseAccountsOutsideDemo([{ account: 'larkhaul' }, { account: 'acme' }], ['larkhaul'])).toThrow(
    /real account acme\. .*DATABASE_URL/u,
  );
});
