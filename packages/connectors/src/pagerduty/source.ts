import { AppError, type ConnectionScope, hourInMs } from '@refrain/domain';
import { z } from 'zod';
import type {
  ExistingPage,
  ExistingRequest,
  FailureSource,
  InScope,
  Page,
  PageRequest,
} from '../contract/failure-source.ts';
import type { ProviderOptions } from '../contract/provider-options.ts';
import { inScope } from '../records/match-glob.ts';
import type { WriteLog } from '../writes/write-log.ts';
import { listServices, listServicesInScope } from './access/services.ts';
import { verifyPagerDuty } from './access/verify.ts';
import { createPagerDutyClients, type PagerDutyClient, type PagerDutyOptions } from './client/client.ts';
import { parsePagerDutyCredential } from './client/credential.ts';
import { noneIfMissing } from './client/none-if-missing.ts';
import { firstChange, listExistingChanges, pullChangeEvents } from './streams/change-event-stream.ts';
import { pullIncidents } from './streams/incident-stream.ts';
import { listExistingIncidents } from './streams/list-existing.ts';
import { createPlanMemory } from './streams/plan-memory.ts';
import { createRelatedReader, type RelatedReader } from './streams/related.ts';
import { withLoggedSubscriptions } from './webhooks/logged-subscriptions.ts';
import { ensureSubscription } from './webhooks/webhook-subscription.ts';

/** A pipeline uses its own clock for its events, and may send them late. */
const changeOverlapMs = hourInMs;

export interface PagerDutyAddress {
  readonly account: string;
  readonly baseUrl: string | null;
  readonly scope: Pick<ConnectionScope, 'services'>;
}

/** There is no `redeliver`: PagerDuty retries deliveries for 48 hours and cannot be asked for more. */
type PagerDutySource = FailureSource & Required<Pick<FailureSource, 'ensureWebhook'>>;

/**
 * Reads PagerDuty as a source of incidents, with their alerts, notes and logs, and of changes, from its change events.
 * Its streams are `incidents`, or `incidents:<service id>` for each service if the scope names some, and
 * `change_events`. A cursor contains the remaining time windows, newest first.
 *
 * 1,000 incidents with one alert each take some 31 requests: 11 for the list and its windows, 20 for a log of two
 * entries per incident. Each incident with several alerts, or open for much longer than its neighbours, takes one more
 * (see `readDetails`). Ten more at the start find out whether a custom field states when incidents were mitigated, and
 * if so each incident takes one more. A backfill with a limited period reads the log of the last week too. A sync
 * without changes takes one request each for incidents, log and change events.
 * @param credential a REST API key, or the JSON of a scoped OAuth app
 */
export function createPagerDutySource(
  connection: PagerDutyAddress,
  credential: string,
  options: PagerDutyOptions & Pick<ProviderOptions, 'share'>,
  log?: WriteLog,
): PagerDutySource {
  const clients = createPagerDutyClients(connection.baseUrl, parsePagerDutyCredential(credential), options);
  const { background, interactive } = clients;
  const subscribing = log === undefined ? interactive : withLoggedSubscriptions(interactive, connection.account, log);
  const { now = Date.now, share = (_name, create) => create() } = options;
  const related = createRelatedReader(
    background,
    share('plans', () => createPlanMemory(now)),
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

/** Lists the services in scope: 1 request for each 100 services of the account. */
async function listInScope(
  client: PagerDutyClient,
  scope: ConnectionScope,
  known: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<InScope[]> {
  return (await listServices(client, signal))
    .filter(({ id, name }) => known.has(id) || inScope(scope.services, name))
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function pull(
  client: PagerDutyClient,
  scope: readonly string[],
  request: PageRequest,
  related: RelatedReader,
  now: number,
  signal: AbortSignal,
): Promise<Page> {
  const stream = parseStream(request.stream);
  if (stream.kind === 'incidents') return pullIncidents(client, stream.service, request, related, now, signal);
  const since = request.since === null ? firstChange : Date.parse(request.since) - changeOverlapMs;
  const services = await listServicesInScope(client, scope, signal);
  return pullChangeEvents(client, services, { since, until: now, cursor: request.cursor }, signal);
}

async function listExisting(
  client: PagerDutyClient,
  scope: readonly string[],
  { stream, since, until, cursor }: ExistingRequest,
  signal: AbortSignal,
): Promise<ExistingPage> {
  const parsed = parseStream(stream);
  const span = { since: Date.parse(since), until: Date.parse(until), cursor };
  if (parsed.kind === 'incidents') return listExistingIncidents(client, parsed.service, span, signal);
  const services = await listServicesInScope(client, scope, signal);
  return listExistingChanges(client, services, span, signal);
}

/** A service keeps its id when it is renamed. */
async function findMoved(client: PagerDutyClient, stream: string, signal: AbortSignal): Promise<string | null> {
  const parsed = parseStream(stream);
  if (parsed.kind === 'changes' || parsed.service === null) return stream;
  const what = `service ${parsed.service}`;
  const found = await client
    .request({ path: `/services/${parsed.service}`, what }, z.looseObject({ service: z.looseObject({}) }), signal)
    .catch(noneIfMissing(null));
  return found === null ? null : stream;
}

type Stream = { readonly kind: 'incidents'; readonly service: string | null } | { readonly kind: 'changes' };

function parseStream(stream: string): Stream {
  if (stream === 'change_events') return { kind: 'changes' };
  const match = /^incidents(?::([A-Z\d]{1,40}))?$/iu.exec(stream);
  if (!match) throw new AppError('invalid_input', `PagerDuty has no stream "${stream.slice(0, 200)}"`);
  return { kind: 'incidents', service: match[1] ?? null };
}
