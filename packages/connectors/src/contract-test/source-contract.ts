import { inspect } from 'node:util';
import { type AppError, ChangeDraft, FailureDraft, type RawRecord } from '@refrain/domain';
import { afterEach, describe, expect, it } from 'vitest';
import type { DesiredWebhook, FailureSource } from '../contract/failure-source.ts';
import type { ProviderEntry } from '../contract/provider-entry.ts';
import { createProviderRegistry } from '../registry/create-registry.ts';
import { captureAppError } from '../testing.ts';
import type { WebhookDelivery } from '../webhooks/webhook-event.ts';
import { createSourceDrain, formatItemKindAndId, listDeliveryKeys, type TestAccount } from './drain-source.ts';

/** A source on an emulated account with some history, but fewer failures than the emulator can list. */
export interface SourceUnderTest extends TestAccount {
  /** Names, handles and email addresses of people, which no draft may contain. */
  readonly people: readonly string[];
  readonly secrets: readonly string[];
  readonly now: string;
  revoke(): void | Promise<void>;
  /** Signs a body as the provider does; required for a provider with webhooks. */
  sign?(body: string, secret: string): WebhookDelivery;
  /** Counts the webhook subscriptions for a URL; required for a source with `ensureWebhook`. */
  countWebhooks?(url: string): number | Promise<number>;
  close(): Promise<void>;
}

const beginning = '2009-01-01T00:00:00.000Z';
/** Bodies that are not an event of any provider. The last is nested too deep to be serialised again. */
const unreadableBodies = ['', 'not JSON', 'null', '[]', `{"event":${'['.repeat(20_000)}${']'.repeat(20_000)}}`];
/** A URL where nothing listens, so that pings are lost. */
const webhookUrl = 'http://127.0.0.1:9/webhooks/of-the-contract';

/** Defines the tests that every connector must pass against an emulator of its provider. */
export function defineFailureSourceTests(entry: ProviderEntry, setUp: () => Promise<SourceUnderTest>): void {
  const providers = createProviderRegistry([entry]);
  const { webhooks } = entry;
  describe(`${entry.descriptor.name} as a source`, () => {
    const signal = new AbortController().signal;
    const opened: SourceUnderTest[] = [];
    afterEach(() => Promise.all(opened.splice(0).map((account) => account.close())));
    const start = async () => {
      const account = await setUp();
      opened.push(account);
      const drain = createSourceDrain(account, providers, signal);
      return { ...account, ...drain, streams: await account.open().listStreams(account.scope, signal) };
    };

    it('verifies the account, and reports visible names and no missing permission', async () => {
      const { open, streams } = await start();
      const health = await open().verify(signal);
      expect(health.account).not.toBe('');
      expect(health.visible.length).toBeGreaterThan(0);
      expect(health.missing).toEqual([]);
      expect(streams.length).toBeGreaterThan(0);
      expect(streams).toEqual([...new Set(streams)].sort());
      for (const stream of streams) expect(await open().findMoved(stream, signal)).toBe(stream);
    });

    it('lists repositories or services in scope with their permanent ids, and those with known ids even outside the scope', async () => {
      const { open, scope } = await start();
      const items = await open().listInScope(scope, new Set(), signal);
      expect(items.length).toBeGreaterThan(0);
      const ids = new Set(items.map(({ id }) => id));
      expect(ids.size).toBe(items.length);
      const none = { ...scope, repositories: ['no/such-name'], services: ['no such name'], postmortemFolders: [] };
      expect(await open().listInScope(none, new Set(), signal)).toEqual([]);
      expect(await open().listInScope(none, ids, signal)).toEqual(items);
    });

    it('returns each record once, and the same keys when a stream is read again from any cursor', async () => {
      const { open, streams, pullAllPages } = await start();
      for (const stream of streams) {
        const pages = await pullAllPages(stream, null);
        const keys = pages.flatMap(listDeliveryKeys);
        expect(new Set(keys).size).toBe(keys.length);
        for (const [index, page] of pages.entries()) {
          const cursor = index === 0 ? null : (pages[index - 1]?.next ?? null);
          const again = await open().pull({ stream, cursor, since: null }, signal);
          expect({ stream, keys: listDeliveryKeys(again) }).toEqual({ stream, keys: listDeliveryKeys(page) });
        }
      }
    });

    it('parses every pulled record into drafts without the names of people in the record', async () => {
      const { open, streams, people, scope, pullAllPages } = await start();
      const { provider } = open();
      let failures = 0;
      for (const stream of streams) {
        for (const record of (await pullAllPages(stream, null)).flatMap(({ records }) => records)) {
          const observed = providers.readRecord(provider, record, scope);
          failures += observed.failures.length;
          FailureDraft.array().parse(observed.failures);
          ChangeDraft.array().parse(observed.changes);
          const text = JSON.stringify(observed);
          const named = namedAsPeople(record.payload, people);
          expect(named.filter((person) => namesPerson(text, person))).toEqual([]);
        }
      }
      expect(failures).toBeGreaterThan(0);
    });

    it('pulls every record that is newer than `since`, newest first', async () => {
      const { streams, pullAllPages, pullDrafts, findNewestVersion } = await start();
      const counted = { since: 0, all: 0 };
      for (const stream of streams) {
        const all = await pullDrafts(stream, null);
        const moments = all.map(({ occurredAt }) => occurredAt).sort();
        const since = moments[Math.floor(moments.length / 2)] ?? beginning;
        const wanted = all.filter(({ occurredAt }) => occurredAt >= since).map(formatItemKindAndId);
        const recent = new Set((await pullDrafts(stream, since)).map(formatItemKindAndId));
        expect({ stream, missing: wanted.filter((identity) => !recent.has(identity)) }).toEqual({
          stream,
          missing: [],
        });
        counted.since += recent.size;
        counted.all += new Set(all.map(formatItemKindAndId)).size;

        const newest = (await pullAllPages(stream, null)).map(findNewestVersion);
        expect({ stream, first: newest[0] }).toEqual({ stream, first: [...newest].sort().at(-1) });
      }
      expect(counted.since).toBeLessThan(counted.all);
    });

    it('lists the pulled items for the completeness check, each in the period in which it happened', async () => {
      const { streams, now, pullAllPages, pullDrafts, listAllExisting } = await start();
      for (const stream of streams) {
        const drafts = await pullDrafts(stream, null);
        const existing = await listAllExisting(stream, beginning, now);
        const keys = (await pullAllPages(stream, null)).flatMap(listDeliveryKeys).map((key) => `${key}/`);
        const keyed = existing.map((item) => entry.recordKeyOf(item));
        expect(keyed.filter((key) => !keys.some((stored) => stored.startsWith(`${key}/`)))).toEqual([]);
        const kinds = new Set(existing.map(({ kind }) => kind));
        const stored = drafts.filter(({ kind }) => kinds.has(kind)).map(formatItemKindAndId);
        const identities = existing.map(formatItemKindAndId);
        expect({ stream, existing: existing.length > 0 }).toEqual({ stream, existing: drafts.length > 0 });
        expect({ stream, existing: [...new Set(identities)].sort() }).toEqual({
          stream,
          existing: [...new Set(stored)].sort(),
        });
        expect(identities.length).toBe(new Set(identities).size);

        const middle = existing.map(({ at }) => at).sort()[Math.floor(existing.length / 2)] ?? now;
        const older = await listAllExisting(stream, beginning, middle);
        const newer = await listAllExisting(stream, middle, now);
        expect(older.every(({ at }) => at < middle) && newer.every(({ at }) => at >= middle)).toBe(true);
        expect([...older, ...newer].map(formatItemKindAndId).sort()).toEqual([...identities].sort());
      }
    });

    it.skipIf(webhooks === undefined)('creates one webhook, even if `ensureWebhook` is called repeatedly', async () => {
      const { open: openSource, countWebhooks } = await start();
      const open = () => withWebhooks(openSource());
      const wanted: DesiredWebhook = { url: webhookUrl, secret: 'a secret of the test', id: null, hasReceived: false };
      const created = await open().ensureWebhook(wanted, signal);
      expect(created).toMatchObject({ state: 'silent', problem: null });
      expect(created.id).not.toBeNull();
      const again = await open().ensureWebhook({ ...wanted, id: created.id }, signal);
      expect(again).toMatchObject({ id: created.id, state: 'silent', secret: null });
      const hasReceived = await open().ensureWebhook({ ...wanted, id: created.id, hasReceived: true }, signal);
      expect(hasReceived).toEqual({ id: created.id, state: 'active', problem: null, secret: null });
      await open().ensureWebhook(wanted, signal); // Repeats the call as if the first response had been lost.
      expect(await countWebhooks?.(webhookUrl)).toBe(1);
    });

    it.skipIf(webhooks === undefined)('stores a signed unreadable delivery and rejects an unsigned one', async () => {
      const { open, scope, sign = unsigned } = await start();
      const { provider } = open();
      for (const body of unreadableBodies) {
        const records = await providers.receiveWebhook(provider, sign(body, 'secret'), ['other', 'secret']);
        expect(records).toHaveLength(1);
        const [stored] = JSON.parse(JSON.stringify(records)) as [RawRecord];
        const unreadable = await captureAppError(() => providers.readRecord(provider, stored, scope));
        expect([body.slice(0, 20), unreadable.code]).toEqual([body.slice(0, 20), 'invalid_input']);
        expectPlain(unreadable, []);
        const again = await providers.receiveWebhook(provider, sign(body, 'secret'), ['secret']);
        expect(again).toEqual(records);
        const refused = await captureAppError(() =>
          providers.receiveWebhook(provider, sign(body, 'secret'), ['other']),
        );
        expect(refused.code).toBe('signature_invalid');
      }
    });

    it('reports a rejected credential in one line without the credential', async () => {
      const { open, streams, now, secrets, revoke } = await start();
      const [stream = ''] = streams;
      await revoke();
      for (const sendRequest of requestsOf(open, stream, now)) {
        const error = await captureAppError(() => sendRequest(signal));
        expect(error.code).toBe('credential_rejected');
        expectPlain(error, secrets);
      }
    });

    it('stops requests when the caller aborts', async () => {
      const { open, streams, now } = await start();
      const [stream = ''] = streams;
      const stopped = AbortSignal.abort();
      for (const sendRequest of requestsOf(open, stream, now)) {
        expect((await captureAppError(() => sendRequest(stopped))).code).toBe('unavailable');
      }
    });

    it('rejects an unknown stream, and a cursor that it did not return', async () => {
      const { open, streams } = await start();
      const [stream = ''] = streams;
      const pull = (request: { stream: string; cursor: string | null }) =>
        captureAppError(() => open().pull({ ...request, since: null }, signal));
      expect((await pull({ stream: 'nothing:of/the-kind', cursor: null })).code).toBe('invalid_input');
      expect((await pull({ stream, cursor: 'https://example.com/elsewhere' })).code).toBe('invalid_input');
    });
  });
}

type SendRequest = (signal: AbortSignal) => Promise<unknown>;

function requestsOf(open: () => FailureSource, stream: string, until: string): SendRequest[] {
  const wanted = { url: webhookUrl, secret: 'a secret of the test', id: null, hasReceived: false };
  const reads: SendRequest[] = [
    (signal) => open().verify(signal),
    (signal) => open().pull({ stream, cursor: null, since: null }, signal),
    (signal) => open().listExisting({ stream, since: beginning, until, cursor: null }, signal),
  ];
  if (open().ensureWebhook === undefined) return reads;
  return [...reads, (signal) => withWebhooks(open()).ensureWebhook(wanted, signal)];
}

function withWebhooks(source: FailureSource): FailureSource & Required<Pick<FailureSource, 'ensureWebhook'>> {
  const { ensureWebhook } = source;
  if (ensureWebhook === undefined) throw new Error('The entry has `webhooks`, but the source has no `ensureWebhook`.');
  return { ...source, ensureWebhook };
}

function unsigned(): never {
  throw new Error('The entry has `webhooks`, but the account under test has no `sign`.');
}

/** Returns the people whose name is the entire value of a field. Names within longer texts are redacted when stored. */
function namedAsPeople(payload: unknown, people: readonly string[]): string[] {
  const fields = new Set<string>();
  JSON.stringify(payload, (_key, value: unknown) => {
    if (typeof value === 'string') fields.add(value);
    return value;
  });
  return people.filter((person) => fields.has(person));
}

/** Matches whole words only, since a short handle is part of many words. */
function namesPerson(text: string, person: string): boolean {
  const escaped = person.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  return new RegExp(`(?<![\\p{L}\\d])${escaped}(?![\\p{L}\\d])`, 'iu').test(text);
}

function expectPlain(error: AppError, secrets: readonly string[]): void {
  expect(error.message).not.toContain('\n');
  const whole = inspect(error, { depth: 20, showHidden: true });
  for (const secret of secrets) expect(whole).not.toContain(secret);
}
