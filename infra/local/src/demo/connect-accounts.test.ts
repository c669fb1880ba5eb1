import { expect, test } from 'vitest';
import { refuseOthers } from './connect-accounts.ts';

test('where accounts of somebody else are connected the demo connects none', () => {
  refuseOthers([], ['larkhaul']);
  refuseOthers([{ account: 'larkhaul' }], ['larkhaul']);
  expect(() => refuseOthers([{ account: 'larkhaul' }, { account: 'acme' }], ['larkhaul'])).toThrow(
    /account acme is connected.*DATABASE_URL/u,
  );
});
