import { AppError, type ConnectionScope, hourInMs } from '@refrain/domain';
import { z } from 'zod';
import type {
  FailureSource,
  Page,
  ProviderItemsPage,
  ProviderItemsRequest,
  RepositoryOrService,
  StreamPageRequest,
} from '../contract/failure-source.ts';
import type { ConnectionLocator, ProviderOptions } from '../contract/provider-options.ts';
import { matchesAnyPattern } from '../records/match-glob.ts';
import type { WriteLog } from '../writes/write-log.ts';
import { listServices, listServicesInScope, listTeamsOf } from './access/services.ts';
import { verifyPagerDutyAccount } from './access/verify.ts';
import {
  createMissingDataHandler,
  createPagerDutyClients,
  type PagerDutyClient,
  type PagerDutyOptions,
} from './client/client.ts';
import { earliestChangeEventTime, listExistingChangeEvents, pullChangeEvents } from './streams/change-event-stream.ts';
import { pullIncidents } from './streams/incident-stream.ts';
import { listExistingIncidents } from './streams/list-existing.ts';
import { createPlanFeatureCache, type PlanFeatureCache } from './streams/related-incident-data.ts';
import { createWebhookLoggingClient, ensureWebhookSubscription } from './webhooks/webhook-subscription.ts';

/** Overlap of the periods of consecutive syncs, because pipelines use their own clocks and may send events late. */
const changeOverlapMs = hourInMs;

type PagerDutyAccountLocator = Pick<ConnectionLocator, 'account' | 'baseUrl'> & {
  readonly scope: Pick<ConnectionScope, 'services'>;
};

/** A source without `redeliver`, because PagerDuty retries for 48 hours and supports no request for redelivery. */
type PagerDutySource = FailureSource & Required<Pick<FailureSource, 'ensureWebhook'>>;

/**
 * Creates a PagerDuty source. Reading 1,000 incidents with one alert each takes about 31 requests. One more request is
 * needed for each incident that has several alerts or was open for unusually long, and for every incident if the
 * account has a custom field for mitigation. A sync without changes takes 3 requests.
 */
export function createPagerDutySource(
  { account, baseUrl, scope }: PagerDutyAccountLocator,
  credential: string,
  options: PagerDutyOptions & Pick<ProviderOptions, 'share'>,
  log?: WriteLog,
): PagerDutySource {
  const { background, interactive } = createPagerDutyClients(baseUrl, credential, options);
  const { now = Date.now, share = (_name, create) => create() } = options;
  const plans = share('plans', () => createPlanFeatureCache(now));
  const { services } = scope;
  return {
    provider: 'pagerduty',
    verify: (signal) => verifyPagerDutyAccount(interactive(signal), account),
    listStreams: (wanted, signal) => listStreams(background(signal), wanted),
    listInScope: (wanted, known, signal) => listInScope(background(signal), wanted, known),
    pull: (request, signal) => pull(background(signal), services, request, plans, now()),
    listExisting: (request, signal) => listExisting(background(signal), services, request),
    findMoved: (stream, signal) => findMoved(interactive(signal), stream),
    ensureWebhook(wanted, signal) {
      const client = interactive(signal);
      const writer = log === undefined ? client : createWebhookLoggingClient(client, account, log);
      return ensureWebhookSubscription(writer, services, wanted);
    },
  };
}

async function listStreams(client: PagerDutyClient, scope: ConnectionScope): Promise<string[]> {
  const services = await listServicesInScope(client, scope.services);
  const incidents = services === null ? ['incidents'] : [...services].map((id) => `incidents:${id}`);
  return ['change_events', ...incidents].sort();
}

async function listInScope(
  client: PagerDutyClient,
  scope: ConnectionScope,
  known: ReadonlySet<string>,
): Promise<RepositoryOrService[]> {
  return (await listServices(client))
    .filter(({ id, name }) => known.has(id) || matchesAnyPattern(scope.services, name))
    .map(({ id, name, teams }) => ({ id, name, teams: listTeamsOf({ teams }) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function pull(
  client: PagerDutyClient,
  scope: readonly string[],
  request: StreamPageRequest,
  plans: PlanFeatureCache,
  now: number,
): Promise<Page> {
  const stream = parseStream(request.stream);
  if (stream.kind === 'incidents') {
    return pullIncidents(client, stream.service, request, plans, now);
  }
  const since = request.since === null ? earliestChangeEventTime : Date.parse(request.since) - changeOverlapMs;
  const services = await listServicesInScope(client, scope);
  return pullChangeEvents(client, services, { since, until: now, cursor: request.cursor });
}

async function listExisting(
  client: PagerDutyClient,
  scope: readonly string[],
  { stream, since, until, cursor }: ProviderItemsRequest,
): Promise<ProviderItemsPage> {
  const parsed = parseStream(stream);
  const span = { since: Date.parse(since), until: Date.parse(until), cursor };
  if (parsed.kind === 'incidents') return listExistingIncidents(client, parsed.service, span);
  return listExistingChangeEvents(client, await listServicesInScope(client, scope), span);
}

/** Returns the same stream name, because renamed services keep their ids; null if the service no longer exists. */
async function findMoved(client: PagerDutyClient, stream: string): Promise<string | null> {
  const parsed = parseStream(stream);
  if (parsed.kind === 'changes' || parsed.service === null) return stream;
  const what = `service ${parsed.service}`;
  const found = await client
    .request({ path: `/services/${parsed.service}`, what }, z.looseObject({ service: z.looseObject({}) }))
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
