import {
  type ConnectionLocator,
  type FailureSource,
  matchesAnyPattern,
  type ProviderOptions,
  performWebhookWrite,
  type WriteLog,
} from '@refrain/connectors/provider-kit';
import { AppError } from '@refrain/domain';
import { z } from 'zod';
import { createStatusPageClient } from './client.ts';
import { publicApiUrl } from './descriptor.ts';
import { IncidentList, PageOfAccount, type PublishedIncident, Subscription } from './schema.ts';

const Subscriptions = z.looseObject({ subscriptions: z.array(Subscription) });

/** Opens a source for one status page. Its only stream is `incidents`, whose cursor is a page number. */
export function createStatusPageSource(
  connection: ConnectionLocator,
  token: string,
  options: ProviderOptions,
  log?: WriteLog,
): FailureSource {
  const client = createStatusPageClient(connection.baseUrl ?? publicApiUrl, token, options);
  const { services } = connection.scope;
  const isSelected = ({ component }: PublishedIncident) => matchesAnyPattern(services, component.name);
  const readPage = async (signal: AbortSignal) =>
    client.request({ path: '/page', what: 'the page' }, PageOfAccount, signal);

  async function listPage(stream: string, cursor: string | null, since: string | null, signal: AbortSignal) {
    if (stream !== 'incidents') throw new AppError('invalid_input', 'A status page has only one stream: "incidents".');
    if (!/^\d{1,6}$/u.test(cursor ?? '1'))
      throw new AppError('invalid_input', 'The cursor is invalid. Start the stream without a cursor.');
    const query = new URLSearchParams({ page: cursor ?? '1', ...(since === null ? {} : { since }) });
    const request = { path: `/incidents?${query}`, what: 'incidents' };
    const { incidents, next } = (await client.request(request, IncidentList, signal)).data;
    return { incidents: incidents.filter(isSelected), next: next === null ? null : String(next) };
  }

  return {
    provider: 'statuspage',
    async verify(signal) {
      const { data, at } = await readPage(signal);
      const visible = data.components.map(({ name }) => name);
      return { account: data.name, visible, missing: [], budget: null, respondedAt: at };
    },
    listStreams: async () => ['incidents'],
    async listInScope(scope, known, signal) {
      const { components } = (await readPage(signal)).data;
      return components
        .filter(({ id, name }) => known.has(id) || matchesAnyPattern(scope.services, name))
        .map(({ id, name }) => ({ id, name }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    async pull({ stream, cursor, since }, signal) {
      const { incidents, next } = await listPage(stream, cursor, since, signal);
      const records = incidents.map((payload) => ({
        type: 'statuspage.incident',
        deliveryKey: `incident/${payload.id}/${payload.updated_at}`,
        payload,
      }));
      return { records, next, expected: null };
    },
    async listExisting({ stream, since, until, cursor }, signal) {
      const { incidents, next } = await listPage(stream, cursor, since, signal);
      const items = incidents
        .filter(({ created_at: at }) => at >= since && at < until)
        .map(({ id, created_at: at }) => ({ kind: 'incident' as const, externalId: id, at }));
      return { items, next };
    },
    findMoved: async (stream) => stream,
    async ensureWebhook({ url, secret, hasReceived, isSecretDue = false }, signal) {
      const path = '/subscriptions';
      const what = 'the webhook';
      const { subscriptions } = (await client.request({ path, what }, Subscriptions, signal)).data;
      const create = () => client.request({ path, what, body: { url, secret } }, Subscription, signal);
      const write = { method: 'POST', path, target: connection.account, content: { url, secret } };
      const present = isSecretDue ? undefined : subscriptions.find((each) => each.url === url);
      const { id } =
        present ?? (log === undefined ? await create() : await performWebhookWrite(log, write, create)).data;
      return { id, state: hasReceived ? 'active' : 'silent', problem: null, secret: null };
    },
  };
}
