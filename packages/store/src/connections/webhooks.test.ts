import { expect, test } from 'vitest';
import { testEncryptionKey } from '../testing/index.ts';
import { createTestConnection, openStoreUnderTest } from '../testing/store-under-test.ts';

const { store, open, query } = await openStoreUnderTest();
const { connections } = store;

test('a connection has a webhook URL with a secret part, and a secret for signatures', async () => {
  const { id } = await createTestConnection(store, 'address');
  const path = await connections.readWebhookPath(id);
  expect(path).toMatch(new RegExp(`^/webhooks/github/${id}/[0-9a-f]{32}$`, 'u'));
  const webhookKey = path.split('/').at(-1);
  expect(await connections.findWebhookReceiver(id)).toEqual({ provider: 'github', webhookKey, secrets: [] });
  expect(await connections.findWebhookReceiver('unknown')).toBeNull();
  const other = await createTestConnection(store, 'other address');
  expect((await connections.readWebhookPath(other.id)).split('/').at(-1)).not.toBe(webhookKey);
});

test('a connection is listed as a webhook receiver once it has a webhook secret', async () => {
  const { id } = await createTestConnection(store, 'listed');
  expect(await connections.listWebhookReceiverIds()).not.toContain(id);
  await connections.rotateWebhookSecret(id);
  expect(await connections.listWebhookReceiverIds()).toContain(id);
});

test('the former webhook secret is valid for 24 hours after a rotation', async () => {
  const { id } = await createTestConnection(store, 'rotated');
  const first = await connections.rotateWebhookSecret(id);
  expect((await connections.findWebhookReceiver(id))?.secrets).toEqual([first]);
  const second = await connections.rotateWebhookSecret(id);
  expect(second).not.toBe(first);
  expect((await connections.findWebhookReceiver(id))?.secrets).toEqual([second, first]);
  expect(await connections.readWebhookSecret(id)).toBe(second);

  const age = (hours: number) =>
    query(`update connection set webhook_rotated_at = now() - $1 * interval '1 hour' where id = $2`, [hours, id]);
  await age(23.9);
  expect((await connections.findWebhookReceiver(id))?.secrets).toEqual([second, first]);
  await age(24.1);
  expect((await connections.findWebhookReceiver(id))?.secrets).toEqual([second]);
});

test('isSecretDue is true until the provider has the newest webhook secret, even if it confirms an older one', async () => {
  const { id } = await createTestConnection(store, 'due');
  const isDue = async () => (await connections.readWebhook(id)).isSecretDue ?? false;
  const first = await connections.rotateWebhookSecret(id);
  expect(await isDue()).toBe(true);
  const second = await connections.rotateWebhookSecret(id);
  await connections.setWebhook(id, { state: 'active' }, { sharedSecret: first });
  expect(await isDue()).toBe(true);
  await connections.setWebhook(id, { state: 'active' }, { sharedSecret: second });
  expect(await isDue()).toBe(false);
  await connections.setWebhook(id, {}, { secret: 'made there', sharedSecret: 'made there' });
  expect(await isDue()).toBe(false);
});

test.each([
  [true, true],
  [false, undefined],
])(
  'if a connection is changed with isWebhookSecretDue %s, isSecretDue of its new webhook secret is %s',
  async (isWebhookSecretDue, isSecretDue) => {
    const wanted = {
      provider: 'github',
      isWebhookSecretDue,
      account: `given ${isWebhookSecretDue}`,
      baseUrl: null,
      scope: null,
      credential: 'key',
    };
    expect((await connections.ensure({ ...wanted, webhookSecret: 'one' })).webhook).not.toHaveProperty('isSecretDue');
    const { id } = await connections.ensure({ ...wanted, webhookSecret: 'two' });
    expect((await connections.readWebhook(id)).isSecretDue).toBe(isSecretDue);
  },
);

test('connecting an account again keeps the webhook, and an equal secret is not a rotation', async () => {
  const wanted = {
    provider: 'pagerduty' as const,
    account: 'kept',
    baseUrl: 'https://api.pagerduty.com',
    scope: null,
    credential: 'key',
    webhookSecret: 'first',
  };
  const { id } = await connections.ensure(wanted);
  const path = await connections.readWebhookPath(id);
  await connections.setWebhook(id, { state: 'active', checkedAt: '2026-02-01T00:00:00.000Z' }, { webhookId: 'SUB1' });
  const again = await connections.ensure({ ...wanted, webhookSecret: 'second' });
  expect(again.webhook).toMatchObject({ state: 'active', checkedAt: '2026-02-01T00:00:00.000Z' });
  expect(await connections.readWebhook(id)).toMatchObject({ id: 'SUB1', state: 'active' });
  expect(await connections.readWebhookPath(id)).toBe(path);
  await connections.ensure({ ...wanted, webhookSecret: 'second' });
  await connections.ensure({ ...wanted, webhookSecret: null });
  expect((await connections.findWebhookReceiver(id))?.secrets).toEqual(['second', 'first']);
});

test('setWebhook updates the given fields, and stores a secret from the provider', async () => {
  const { id } = await createTestConnection(store, 'state');
  const none = { id: null, state: 'none', problem: null, checkedAt: null, deliveredAt: null };
  expect(await connections.readWebhook(id)).toEqual(none);
  const checkedAt = '2026-02-01T00:00:00.000Z';
  await connections.setWebhook(id, { state: 'silent', checkedAt }, { webhookId: '42', secret: 'made there' });
  expect(await connections.readWebhook(id)).toEqual({ ...none, id: '42', state: 'silent', checkedAt });
  expect((await connections.findWebhookReceiver(id))?.secrets).toEqual(['made there']);
  await connections.setWebhook(id, { problem: 'GitHub refuses it' });
  await connections.setWebhook(id, {}, { webhookId: null });
  expect(await connections.readWebhook(id)).toEqual({
    ...none,
    state: 'silent',
    checkedAt,
    problem: 'GitHub refuses it',
  });
  expect((await connections.find(id))?.webhook).toMatchObject({ state: 'silent' });
});

test('a webhook secret of another encryption key is unreadable until it is rotated', async () => {
  const { id } = await createTestConnection(store, 'lost key');
  await connections.rotateWebhookSecret(id);
  const other = open({ encryptionKey: Buffer.from(testEncryptionKey).fill(9) });
  await expect(other.connections.findWebhookReceiver(id)).rejects.toMatchObject({ code: 'misconfigured' });
  const secret = await other.connections.rotateWebhookSecret(id);
  expect((await other.connections.findWebhookReceiver(id))?.secrets).toEqual([secret]);
});

test('an unknown connection has no webhook', async () => {
  for (const attempt of [
    () => connections.rotateWebhookSecret('unknown'),
    () => connections.readWebhookPath('unknown'),
    () => connections.readWebhook('unknown'),
    () => connections.setWebhook('unknown', { state: 'active' }, { secret: 'x' }),
  ]) {
    await expect(attempt()).rejects.toMatchObject({ code: 'not_found' });
  }
});
