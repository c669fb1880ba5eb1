import type { IssueTracker } from '@refrain/connectors';
import { AppError, defaultScope } from '@refrain/domain';
import { beforeEach, expect, test } from 'vitest';
import { openStoreUnderTest } from './store-under-test.ts';
import { createUndoWrite } from './undo-write.ts';

const { signal } = new AbortController();
const store = await openStoreUnderTest();
const { providerWrites } = store;
const { id: connectionId } = await store.connections.ensure({
  ...{ provider: 'github', account: 'acme', baseUrl: 'https://api.github.com', scope: defaultScope },
  ...{ credential: 'a token', webhookSecret: 'unused' },
});

/** A comment that was written, and that somebody wants taken back. */
async function writeAndAsk(): Promise<string> {
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
  const openRepository = async () => tracker as IssueTracker;
  const createIncidentNotes = () => expect.unreachable();
  return createUndoWrite({ store, openRepository, createIncidentNotes })({ writeId: id }, signal);
}

const stateOf = async () => (await providerWrites.list({ limit: 9 })).items.find((write) => write.id === id);

test('what was taken back is said to be, and nobody is asked again', async () => {
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
