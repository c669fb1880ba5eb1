import type { CatalogueEntry, DigestScope } from '@refrain/domain';
import type { Store } from '@refrain/store';
import { expect, test } from 'vitest';
import { findKnownScope } from './find-known-scope.ts';

function storeWith(services: readonly string[], teams: readonly string[], entries: Partial<CatalogueEntry>[] = []) {
  return {
    catalogue: {
      listServices: async () => services,
      listDecided: async () => entries,
      listTeams: async () => teams,
    },
  } as unknown as Pick<Store, 'catalogue'>;
}
const many = Array.from({ length: 20 }, (_, at) => `Service ${at}`);
const store = storeWith(
  ['Checkout', 'Mail', 'mail', ...many],
  ['acme/Web'],
  [
    { service: 'Quiet', status: 'confirmed' },
    { service: 'Wrong', status: 'rejected' },
  ],
);
const service = (name: string): DigestScope => ({ kind: 'service', name });

test.each([
  [service('checkout'), 'Checkout'],
  [service(' CHECKOUT '), 'Checkout'],
  [service('mail'), 'mail'],
  [service('Mail'), 'Mail'],
  [service('quiet'), 'Quiet'],
  [{ kind: 'team', name: 'ACME/web' } as const, 'acme/Web'],
])('resolves the scope %j to the name %s, regardless of letter case', async (scope, name) => {
  expect(await findKnownScope(store, scope)).toEqual({ kind: scope.kind, name });
});

test('findKnownScope accepts the whole organisation as a scope', async () => {
  expect(await findKnownScope(store, { kind: 'organisation' })).toEqual({ kind: 'organisation' });
});

test.each([
  [service('chekout'), /^No service is called chekout\. The nearest of 24 known names: Checkout, Mail, /u],
  [service('the mail service'), /: Mail, mail, /u],
  [service('wrong'), /^No service is called wrong\./u],
  [{ kind: 'team', name: 'Checkout' } as const, /^No team is called Checkout\. Known names: acme\/Web\.$/u],
])('rejects the unknown scope %j and lists similar names', async (scope, message) => {
  await expect(findKnownScope(store, scope)).rejects.toMatchObject({
    code: 'invalid_input',
    message: expect.stringMatching(message),
  });
});

test('the error for an unknown scope lists at most ten known names; if none are known, it says where names come from', async () => {
  const refused = await findKnownScope(store, service('none')).catch(({ message }: Error) => message);
  expect(String(refused).split(',')).toHaveLength(10);
  await expect(findKnownScope(storeWith([], []), { kind: 'team', name: 'x' })).rejects.toThrow('CODEOWNERS');
});
