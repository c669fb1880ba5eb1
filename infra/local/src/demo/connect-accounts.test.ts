import { expect, test } from 'vitest';
import { refuseOthers } from './connect-accounts.ts';

test('the demo connects nothing if accounts other than its own are connected', () => {
  refuseOthers([], ['larkhaul']);
  refuseOthers([{ account: 'larkhaul' }], ['larkhaul']);
  expect(() => refuseOthers([{ account: 'larkhaul' }, { account: 'acme' }], ['larkhaul'])).toThrow(
    /real account acme\. .*DATABASE_URL/u,
  );
});
