import type { IssueTracker, ProviderAccess } from '@refrain/connectors';
import { AppError, defaultConnectionScope } from '@refrain/domain';
import type { ConnectionDraft } from '@refrain/store';
import { openStoreUnderTest } from '@refrain/store/under-test';
import { expect, test } from 'vitest';
import { createUndoWriteHandler } from './undo-write.ts';

const { signal } = new AbortController();
const { store } = await openStoreUnderTest();
const { outbox } = store;

const connect = (wanted: Pick<ConnectionDraft, 'provider' | 'baseUrl'>) =>
  store.connections.ensure({
    ...wanted,
    account: 'acme',
    scope: defaultConnectionScope,
    credential: `a token for ${wanted.baseUrl}`,
    webhookSecret: 'unused',
  });
await connect({ provider: 'github', baseUrl: 'https://api.github.com' });
const own = await connect({ provider: 'github', baseUrl: 'https://ghes.acme.example/api/v3' });
await store.connections.setStatus(own.id, 'needs_attention', 'of the two the other would be chosen');
const pages = await connect({ provider: 'pagerduty', baseUrl: 'https://api.pagerduty.com' });

async function writeAndAsk(connectionId = own.id): Promise<string> {
  const write = {
    action: 'comment',
    target: 'acme/api#7',
    content: { body: 'It came back.' },
    why: 'x',
    by: 'x',
  } as const;
  const id = await outbox.beginWrite(connectionId, write);
  const undo = { method: 'DELETE', path: '/repos/acme/api/issues/comments/1', content: null, expects: null } as const;
  await outbox.finishWrite(id, { state: 'done', url: 'https://x.example/1', undo });
  await outbox.requestUndo(id, 'Ann');
  return id;
}

/** @param answer whether the provider undoes the write, or the error that it returns */
function undo(id: string, answer: boolean | AppError): Promise<void> {
  const tracker: Partial<IssueTracker> = {
    undo: async () => {
      if (answer instanceof AppError) throw answer;
      return answer;
    },
  };
  const openUndo: ProviderAccess['openUndo'] = (connection, credential) => {
    expect([connection.id, credential]).toEqual([own.id, `a token for ${own.baseUrl}`]);
    return tracker as IssueTracker;
  };
  return createUndoWriteHandler({ store, openUndo })({ writeId: id }, signal);
}

const stateOf = async (id: string) => (await outbox.listWrites({ limit: 100 })).items.find((write) => write.id === id);

test('without a credential, an undo sends nothing and says to connect the account again', async () => {
  const id = await writeAndAsk(pages.id);
  await store.connections.ensure({ ...pages, scope: null, credential: null, webhookSecret: null });
  await undo(id, true);
  expect(await stateOf(id)).toMatchObject({
    state: 'done',
    problem: expect.stringContaining('connect the account again'),
  });
});

test('undoes a write once, through the account that made it', async () => {
  const id = await writeAndAsk();
  await undo(id, true);
  expect(await stateOf(id)).toMatchObject({ state: 'undone', problem: null });
  expect(await outbox.listRequestedUndos()).not.toContain(id);
});

test('an undo changes nothing in a dry run and stays pending', async () => {
  const id = await writeAndAsk();
  await undo(id, false);
  expect(await stateOf(id)).toMatchObject({ state: 'done' });
  expect(await outbox.listRequestedUndos()).toContain(id);
});

test('retries an undo after a temporary error, and records a permanent error with the write', async () => {
  const id = await writeAndAsk();
  await expect(undo(id, new AppError('unavailable', 'away'))).rejects.toThrow('away');
  expect(await outbox.listRequestedUndos()).toContain(id);
  await undo(id, new AppError('conflict', 'It was edited since'));
  expect(await stateOf(id)).toMatchObject({ state: 'done', problem: 'It was edited since' });
  expect(await outbox.listRequestedUndos()).not.toContain(id);
});
