import {
  BackfillProgress,
  CompletenessResponse,
  type Connection,
  ConnectionHealth,
  ProblemsResponse,
  toAppError,
  UnreadableRecordsResponse,
} from '@refrain/domain';
import type { ApiClient } from '../api-client.ts';
import { describeGaps, percentOf } from './completeness-report.ts';
import { nameOf } from './connect-report.ts';
import { attemptAll, attemptUnlessGone, type Finding, find, findWithReason, note } from './finding.ts';

/** Names that are told one by one. */
const namesShown = 5;

/**
 * Everything that can be said of one connection, nothing of one that is gone meanwhile; an archive has no account behind it.
 * @param countUnreadable records of it that could not be read; null where that is not known
 */
export async function examineConnection(
  api: ApiClient,
  connection: Connection,
  countUnreadable: number | null,
): Promise<readonly Finding[]> {
  try {
    return await examineAccount(api, connection, countUnreadable);
  } catch (thrown) {
    const error = toAppError(thrown);
    if (error.code !== 'not_found') throw error;
    return [];
  }
}

/** @throws {AppError} `not_found`, and nothing else, for one that is gone */
async function examineAccount(
  api: ApiClient,
  connection: Connection,
  countUnreadable: number | null,
): Promise<readonly Finding[]> {
  const { id, provider, account } = connection;
  const name = `${provider} ${account} (${id})`;
  const path = `/v1/connections/${id}`;
  const isAccount = provider !== 'archive';
  const ofAccount = isAccount
    ? [
        examineHealth(api, path, name, provider),
        [examineWebhook(connection, name)],
        attemptUnlessGone('stream', `${name}: how far its past is read`, async () => {
          return [examineStreams(await api.get(`${path}/progress`, BackfillProgress), id, name)];
        }),
        attemptUnlessGone('completeness', `${name}: whether all that exists is stored`, async () => {
          return examineCompleteness(await api.get(`${path}/completeness`, CompletenessResponse), id, name);
        }),
      ]
    : [];
  const findings = await Promise.all([
    examineStatus(api, connection, name),
    ...ofAccount,
    countUnreadable === null ? [] : examineUnreadable(api, path, name, countUnreadable),
  ]);
  return findings.flat();
}

async function examineStatus(api: ApiClient, connection: Connection, name: string): Promise<Finding> {
  if (connection.status === 'active') return find('connection', true, `${name} is active`, '');
  const otherwise = connection.statusReason ?? 'Run npx refrain connect again.';
  const readReason = async () => {
    const { items } = await api.get(`/v1/connections/${connection.id}/problems?limit=200`, ProblemsResponse);
    return [...new Set(items.map(({ problem }) => problem))].join('\n') || otherwise;
  };
  return findWithReason(
    (reason) => find('connection', false, `${name} needs attention`, reason),
    readReason,
    otherwise,
  );
}

/** Asks the provider itself, which takes an admin: its answer shows what the credential sees. */
function examineHealth(api: ApiClient, path: string, name: string, provider: string): Promise<readonly Finding[]> {
  return attemptAll('provider', `${name}: whether it answers, and what is missing`, async () => {
    try {
      const { visible, missing, budget } = await api.get(`${path}/health`, ConnectionHealth);
      const things = nameOf(provider);
      const left = budget === null ? '' : `; ${budget.remaining} of ${budget.limit} requests left`;
      const isShort = budget !== null && budget.remaining * 10 < budget.limit;
      const costs = missing.map(({ permission, costs: costing }) => `${permission}: ${costing}`);
      return [
        note(
          'provider',
          `${name} answers, and shows ${visible.length} ${things}${left}`,
          isShort ? `Refrain waits until ${budget.resetsAt}, and leaves the rest to others.` : '',
        ),
        note('provider', `${name}: ${missing.length} permissions missing`, costs.join('\n')),
      ];
    } catch (thrown) {
      const error = toAppError(thrown);
      if (error.code === 'forbidden') throw error;
      return [find('provider', false, `${name} answers`, error.message)];
    }
  });
}

/** Without a webhook Refrain asks for news by itself: only one that should come and does not is wrong. */
function examineWebhook({ webhook, id }: Connection, name: string): Finding {
  const { state, problem, deliveredAt } = webhook;
  const last = deliveredAt === null ? '' : `, heard last at ${deliveredAt}`;
  const what = `${name}: its webhook is ${state}${last}`;
  if (state === 'active') return note('webhook', what, problem ?? '');
  if (state === 'disabled') return find('webhook', false, what, problem ?? 'Turn it on where it is set up.');
  if (state === 'silent' && problem !== null) return find('webhook', false, what, problem);
  const otherwise = {
    silent: 'It was set up, and its first delivery has not come yet: look again in some minutes.',
    refused: `Refrain may not set it up, and asks for news every few minutes: GET /v1/connections/${id}/webhook has what to enter by hand.`,
    none: 'Refrain sets it up by itself within minutes, and asks for news every few minutes until then.',
  };
  return note('webhook', what, problem ?? otherwise[state]);
}

/** Without a number of records: a stream counts those of its last pass, which are few once it has been read whole. */
function examineStreams({ streams }: BackfillProgress, id: string, name: string): Finding {
  if (streams.length === 0) {
    return note(
      'stream',
      `${name}: no stream was begun`,
      `Nothing of the past was taken in: npx refrain backfill ${id}`,
    );
  }
  const done = streams.filter(({ state }) => state === 'done');
  const failed = streams.filter(({ state }) => state === 'failed');
  const told = failed
    .slice(0, namesShown)
    .map(({ stream, problem }) => `${stream}: ${problem ?? 'no reason is known'}`);
  const more = failed.length > told.length ? [`and ${failed.length - told.length} more`] : [];
  return find(
    'stream',
    failed.length === 0,
    `${name}: ${done.length} of ${streams.length} streams are read whole, ${failed.length} failed`,
    [...told, ...more, `Then run npx refrain backfill ${id}`].join('\n'),
  );
}

function examineCompleteness(answer: CompletenessResponse, id: string, name: string): Finding[] {
  const { existing, stored, gaps, uncompared } = answer;
  const share =
    existing === 0
      ? 'the provider is not known to have records of the last 30 days'
      : `${stored} of ${existing} that exist of the last 30 days are stored (${percentOf(stored, existing)})`;
  const findings = [
    find(
      'completeness',
      gaps.length === 0,
      `${name}: ${share}, ${gaps.length} days with gaps`,
      [
        ...describeGaps(gaps, namesShown),
        `They are read again by themselves within hours; npx refrain completeness ${id} --now compares at once`,
      ].join('\n'),
    ),
  ];
  if (uncompared.length === 0) return findings;
  const more = uncompared.length > namesShown ? ` and ${uncompared.length - namesShown} more` : '';
  const advice = `${uncompared.slice(0, namesShown).join(', ')}${more}: each is compared within a day once it is read whole; npx refrain completeness ${id} --now does it at once`;
  return [
    ...findings,
    note('completeness', `${name}: ${uncompared.length} streams were never compared with the provider`, advice),
  ];
}

/** The reason of the newest, for who may see what came in; their number for everyone. */
async function examineUnreadable(api: ApiClient, path: string, name: string, count: number): Promise<Finding> {
  const toFinding = (reason: string) =>
    find('unreadable', count === 0, `${name}: ${count} records could not be read`, reason);
  if (count === 0) return toFinding('');
  const kept = 'they are kept and can be read again by a later version';
  const readReason = async () => {
    const [first] = (await api.get(`${path}/unreadable?limit=1`, UnreadableRecordsResponse)).items;
    return `${first?.type}: ${first?.problem}; ${kept}`;
  };
  return findWithReason(toFinding, readReason, `An admin can see why; ${kept}`);
}
