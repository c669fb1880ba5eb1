import type { CatalogueEntry, DigestScope } from '@refrain/domain';
import type { Store } from '@refrain/store';
import { expect, test } from 'vitest';
import { readScope } from './read-scope.ts';

function knowing(services: readonly string[], teams: readonly string[], entries: Partial<CatalogueEntry>[] = []) {
  return {
    catalogue: {
      listServices: async () => services,
      listDecided: async () => entries,
      listTeams: async () => teams,
    },
  } as unknown as Pick<Store, 'catalogue'>;
}
const many = Array.from({ length: 20 }, (_, at) => `Service ${at}`);
const store = knowing(
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
])('%j is %s', async (scope, name) => {
  expect(await readScope(store, scope)).toEqual({ kind: scope.kind, name });
});

test('the organisation has no name', async () => {
  expect(await readScope(store, { kind: 'organisation' })).toEqual({ kind: 'organisation' });
});

test.each([
  [service('chekout'), /^No service is called chekout\. The nearest of 24: Checkout, Mail, /u],
  [service('the mail service'), /: Mail, mail, /u],
  [service('wrong'), /^No service is called wrong\./u],
  [{ kind: 'team', name: 'Checkout' } as const, /^No team is called Checkout\. Those that are known: acme\/Web\.$/u],
])('%j is refused with the names that are near', async (scope, message) => {
  await expect(readScope(store, scope)).rejects.toMatchObject({
    code: 'invalid_input',
    message: expect.stringMatching(message),
  });
});

test('a refusal lists ten names at most, and says where they come from where there are none', async () => {
  const refused = await readScope(store, service('none')).catch(({ message }: Error) => message);
  expect(String(refused).split(',')).toHaveLength(10);
  await expect(readScope(knowing([], []), { kind: 'team', name: 'x' })).rejects.toThrow('CODEOWNERS');
});
