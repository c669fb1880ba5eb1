import type { IncidentNoteWriter } from '@refrain/connectors';
import { providers } from '@refrain/connectors';
import { AppError, defaultConnectionScope } from '@refrain/domain';
import { openStoreUnderTest } from '@refrain/store/under-test';
import { expect, test } from 'vitest';
import { createWriteIncidentNoteHandler } from './write-note.ts';

const { store } = await openStoreUnderTest();
const { signal } = new AbortController();
const { id: connectionId } = await store.connections.ensure({
  provider: 'pagerduty',
  account: 'acme',
  baseUrl: 'https://api.pagerduty.com',
  scope: defaultConnectionScope,
  credential: 'a key',
  webhookSecret: 'unused',
});

/**
 * Stores a pending note on an incident.
 * @param refuse returns the provider's error for an attempt, where attempts are counted from 1; null if the provider accepts the
 * note
 * @param afterSearch runs after the search for an existing note has found none
 */
async function startIncident(
  incidentId: string,
  refuse: (place: number) => AppError | null,
  afterSearch = async () => {},
) {
  const noteId = await store.outbox.addNote({
    connectionId,
    incidentId,
    content: 'It has happened before.',
    sender: 'refrain@acme.example',
  });
  const there: string[] = [];
  let sent = 0;
  const notes: IncidentNoteWriter = {
    async ensureNote({ content }, _reason, _signal, beforeWriting) {
      if (there.length > 0) return true;
      await afterSearch();
      await beforeWriting();
      sent += 1;
      const problem = refuse(sent);
      if (problem !== null) throw problem;
      there.push(content);
      return true;
    },
    undo: async () => true,
  };
  const write = createWriteIncidentNoteHandler({ store, providers, createIncidentNotes: () => notes });
  return {
    there,
    write: () => write({ noteId: noteId ?? '' }, signal),
    isPending: async () => (await store.outbox.listPendingNotes(60_000)).includes(noteId ?? ''),
    isOpen: async () => (await store.outbox.findOpenNote(noteId ?? '')) !== null,
  };
}

test('if two processes find that an incident has no note, only one of them writes a note', async () => {
  const waiting: (() => void)[] = [];
  const afterSearch = () =>
    new Promise<void>((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 2) for (const goOn of waiting) goOn();
    });
  const { there, write, isOpen } = await startIncident('Q1', () => null, afterSearch);
  await Promise.all([write(), write()]);
  expect([there.length, await isOpen()]).toEqual([1, false]);
});

test('searches for a note after a request without response, and writes no second note', async () => {
  const lost = new AppError('provider_unreachable', 'No answer');
  const { there, write, isOpen, isPending } = await startIncident('Q2', () => lost);
  await expect(write()).rejects.toBe(lost);
  await write();
  expect([there.length, await isOpen(), await isPending()]).toEqual([0, true, false]);
  there.push('It was written after all.');
  await write();
  expect([there.length, await isOpen()]).toEqual([1, false]);
});

test('retries a note after a temporary refusal, and gives it up after a permanent one', async () => {
  const tooMany = new AppError('rate_limited', 'Later', { context: { status: 429 } });
  const { there, write } = await startIncident('Q3', (place) => (place === 1 ? tooMany : null));
  await expect(write()).rejects.toBe(tooMany);
  await write();
  expect(there).toHaveLength(1);

  const no = new AppError('permission_missing', 'No', { context: { status: 403 } });
  const refused = await startIncident('Q4', () => no);
  await expect(refused.write()).rejects.toBe(no);
  expect(await refused.isOpen()).toBe(false);
});
