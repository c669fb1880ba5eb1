import { ProviderDescriptor } from '@refrain/domain';
import { expect, test } from 'vitest';
import { captureAppError } from '../testing.ts';
import { createProviderRegistry } from './create-registry.ts';
import { providers } from './providers.ts';

const entries = providers.entries.map((entry) => ({ id: entry.descriptor.id, entry }));

test.each(entries)('the descriptor of $id matches the API schema', ({ entry }) => {
  expect(ProviderDescriptor.parse(entry.descriptor)).toEqual(entry.descriptor);
});

test.each(entries)('the descriptor of $id agrees with the features of the provider', ({ entry }) => {
  const { connectMethods, roots, scope, webhook } = entry.descriptor;
  expect(connectMethods.length > 0).toBe(entry.account !== undefined);
  expect(roots.length > 0).toBe(entry.account !== undefined);
  expect(scope !== null).toBe(entry.account !== undefined);
  expect(webhook !== null).toBe(entry.webhooks !== undefined);
  for (const { fields, registersApp } of connectMethods) {
    expect(fields.some(({ name, isRequired }) => name === 'credential' && isRequired)).toBe(!registersApp);
  }
});

test('rejects two providers with the same id, and does not find an unregistered provider', async () => {
  const twice = await captureAppError(() => createProviderRegistry([...providers.entries, ...providers.entries]));
  expect(twice.code).toBe('misconfigured');
  expect(providers.find('statuspage')).toBeNull();
  expect((await captureAppError(() => providers.get('statuspage'))).message).toContain('use one of github, pagerduty');
});
