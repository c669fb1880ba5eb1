import { AppError, type ConnectionScope, hourInMs } from '@refrain/domain';
import { z } from 'zod';
import type {
  ExistingItemsPage,
  ExistingItemsRequest,
  FailureSource,
  Page,
  PageRequest,
  RepositoryOrService,
} from '../contract/failure-source.ts';
import type { ProviderOptions } from '../contract/provider-options.ts';
import { matchesAnyPattern } from '../records/match-glob.ts';
import type { WriteLog } from '../writes/write-log.ts';
import { listServices, listServicesInScope } from './access/services.ts';
import { verifyPagerDuty } from './access/verify.ts';
import {
  createMissingDataHandler,
  createPagerDutyClients,
  type PagerDutyClient,
  type PagerDutyOptions,
} from './client/client.ts';
import { earliestChangeEventTime, listExistingChangeEvents, pullChangeEvents } from './streams/change-event-stream.ts';
import { pullIncidents } from './streams/incident-stream.ts';
import { listExistingIncidents } from './streams/list-existing.ts';
import { createPlanFeatureCache, createRelatedDataReader, type RelatedDataReader } from './streams/related-data.ts';
import { createSubscriptionLoggingClient, ensureSubscription } from './webhooks/webhook-subscription.ts';

/** Overlap of the periods that are read, since pipelines use their own clocks and may send events late. */
const changeOverlapMs = hourInMs;

export interface PagerDutyAccountLocator {
  readonly account: string;
  readonly baseUrl: string | null;
  readonly scope: Pick<ConnectionScope, 'services'>;
}

/** A source without `redeliver`, because PagerDuty retries for 48 hours and supports no request for redelivery. */
type PagerDutySource = FailureSource & Required<Pick<FailureSource, 'ensureWebhook'>>;

/**
 * Creates a source that reads change events, and incidents with alerts, notes and logs. 1,000 incidents with one alert
 * each take about 31 requests. An incident with several alerts, or open for unusually long, takes 1 more, as does every
 * incident if the account has a custom field for mitigation. A sync without changes takes 3.
 * @param credential a REST API key, or the JSON of a scoped OAuth app
 */
export function createPagerDutySource(
  connection: PagerDutyAccountLocator,
  credential: string,
  options: PagerDutyOptions & Pick<ProviderOptions, 'share'>,
  log?: WriteLog,
): PagerDutySource {
  const clients = createPagerDutyClients(connection.baseUrl, credential, options);
  const { background, interactive } = clients;
  const subscribing =
    log === undefined ? interactive : createSubscriptionLoggingClient(interactive, connection.account, log);
  const { now = Date.now, share = (_name, create) => create() } = options;
  const related = createRelatedDataReader(
    background,
    share('plans', () => createPlanFeatureCache(now)),
  );
  const { services } = connection.scope;
  return {
    provider: 'pagerduty',
    verify: (signal) => verifyPagerDuty(clients.interactive, connection.account, signal),
    listStreams: (scope, signal) => listStreams(background, scope, signal),
    listInScope: (scope, known, signal) => listInScope(background, scope, known, signal),
    pull: (request, signal) => pull(background, services, request, related, now(), signal),
    listExisting: (request, signal) => listExisting(background, services, request, signal),
    findMoved: (stream, signal) => findMoved(clients.interactive, stream, signal),
    ensureWebhook: (wanted, signal) => ensureSubscription(subscribing, services, wanted, signal),
  };
}

async function listStreams(client: PagerDutyClient, scope: ConnectionScope, signal: AbortSignal): Promise<string[]> {
  const services = await listServicesInScope(client, scope.services, signal);
  const incidents = services === null ? ['incidents'] : [...services].map((id) => `incidents:${id}`);
  return ['change_events', ...incidents].sort();
}

async function listInScope(
  client: PagerDutyClient,
  scope: ConnectionScope,
  known: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<RepositoryOrService[]> {
  return (await listServices(client, signal))
    .filter(({ id, name }) => known.has(id) || matchesAnyPattern(scope.services, name))
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function pull(
  client: PagerDutyClient,
  scope: readonly string[],
  request: PageRequest,
  related: RelatedDataReader,
  now: number,
  signal: AbortSignal,
): Promise<Page> {
  const stream = parseStream(request.stream);
  if (stream.kind === 'incidents') return pullIncidents(client, stream.service, request, related, now, signal);
  const since = request.since === null ? earliestChangeEventTime : Date.parse(request.since) - changeOverlapMs;
  const services = await listServicesInScope(client, scope, signal);
  return pullChangeEvents(client, services, { since, until: now, cursor: request.cursor }, signal);
}

async function listExisting(
  client: PagerDutyClient,
  scope: readonly string[],
  { stream, since, until, cursor }: ExistingItemsRequest,
  signal: AbortSignal,
): Promise<ExistingItemsPage> {
  const parsed = parseStream(stream);
  const span = { since: Date.parse(since), until: Date.parse(until), cursor };
  if (parsed.kind === 'incidents') return listExistingIncidents(client, parsed.service, span, signal);
  const services = await listServicesInScope(client, scope, signal);
  return listExistingChangeEvents(client, services, span, signal);
}

/** Returns the stream itself, because services keep their ids when renamed; null if its service is gone. */
async function findMoved(client: PagerDutyClient, stream: string, signal: AbortSignal): Promise<string | null> {
  const parsed = parseStream(stream);
  if (parsed.kind === 'changes' || parsed.service === null) return stream;
  const what = `service ${parsed.service}`;
  const found = await client
    .request({ path: `/services/${parsed.service}`, what }, z.looseObject({ service: z.looseObject({}) }), signal)
    .catch(createMissingDataHandler(null));
  return found === null ? null : stream;
}

type Stream = { readonly kind: 'incidents'; readonly service: string | null } | { readonly kind: 'changes' };

function parseStream(stream: string): Stream {
  if (stream === 'change_events') return { kind: 'changes' };
  const match = /^incidents(?::([A-Z\d]{1,40}))?$/iu.exec(stream);
  if (!match) throw new AppError('invalid_input', `"${stream.slice(0, 200)}" is not the name of a PagerDuty stream`);
  return { kind: 'incidents', service: match[1] ?? null };
}
