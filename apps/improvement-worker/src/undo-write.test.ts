import type { IssueTracker, ProviderAccess } from '@refrain/connectors';
import { AppError, defaultScope } from '@refrain/domain';
import type { WantedConnection } from '@refrain/store';
import { openStoreUnderTest } from '@refrain/store/under-test';
import { beforeEach, expect, test } from 'vitest';
import { createUndoWrite } from './undo-write.ts';

const { signal } = new AbortController();
const { store } = await openStoreUnderTest();
const { providerWrites } = store;

/** Two accounts of one name, and one that notes are written through. */
const connect = (wanted: Pick<WantedConnection, 'provider' | 'baseUrl'>) =>
  store.connections.ensure({
    ...{ ...wanted, account: 'acme', scope: defaultScope },
    ...{ credential: `a token for ${wanted.baseUrl}`, webhookSecret: 'unused' },
  });
await connect({ provider: 'github', baseUrl: 'https://api.github.com' });
const own = await connect({ provider: 'github', baseUrl: 'https://ghes.acme.example/api/v3' });
await store.connections.setStatus(own.id, 'needs_attention', 'of the two the other would be chosen');
const pages = await connect({ provider: 'pagerduty', baseUrl: 'https://api.pagerduty.com' });

/** A comment that was written, and that somebody wants taken back. */
async function writeAndAsk(connectionId = own.id): Promise<string> {
  const write = {
    action: 'comment',
    place: 'acme/api#7',
    content: { body: 'It came back.' },
    why: 'x',
    by: 'x',
  } as const;
  const id = await providerWrites.begin(connectionId, write);
  const undo = { method: 'DELETE', path: '/repos/acme/api/issues/comments/1', content: null, expects: null } as const;
  await providerWrites.settle(id, { state: 'done', url: 'https://x.example/1', undo });
  await providerWrites.askUndo(id, 'Ann');
  return id;
}

let id: string;
beforeEach(async () => {
  id = await writeAndAsk();
});

/** What the provider says to it: whether it is taken back, or why not. */
function undo(answer: boolean | AppError): Promise<void> {
  const tracker: Partial<IssueTracker> = {
    undo: async () => {
      if (answer instanceof AppError) throw answer;
      return answer;
    },
  };
  const createIssueTracker: ProviderAccess['createIssueTracker'] = (connection, credential) => {
    expect([connection.id, credential]).toEqual([own.id, `a token for ${own.baseUrl}`]);
    return tracker as IssueTracker;
  };
  const createIncidentNotes = () => expect.unreachable();
  return createUndoWrite({ store, createIssueTracker, createIncidentNotes })({ writeId: id }, signal);
}

const stateOf = async () => (await providerWrites.list({ limit: 9 })).items.find((write) => write.id === id);

test('nothing is sent without a credential: to connect the account again stands with the write', async () => {
  id = await writeAndAsk(pages.id);
  await store.connections.ensure({ ...pages, scope: null, credential: null, webhookSecret: null });
  await undo(true);
  expect(await stateOf()).toMatchObject({ state: 'done', problem: expect.stringContaining('connect it again') });
});

test('what was taken back through the account that wrote it is said to be, and nobody is asked again', async () => {
  await undo(true);
  expect(await stateOf()).toMatchObject({ state: 'undone', problem: null });
  expect(await providerWrites.listUndoAsked()).not.toContain(id);
});

test('in a dry run it stays as it is, and asked for', async () => {
  await undo(false);
  expect(await stateOf()).toMatchObject({ state: 'done' });
  expect(await providerWrites.listUndoAsked()).toContain(id);
});

test('why it cannot be stands with the write; what may go better later is tried again', async () => {
  await expect(undo(new AppError('unavailable', 'away'))).rejects.toThrow('away');
  expect(await providerWrites.listUndoAsked()).toContain(id);
  await undo(new AppError('conflict', 'It was edited since'));
  expect(await stateOf()).toMatchObject({ state: 'done', problem: 'It was edited since' });
  expect(await providerWrites.listUndoAsked()).not.toContain(id);
});
