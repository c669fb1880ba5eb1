import {
  BackfillProgress,
  CompletenessResponse,
  type Connection,
  ConnectionHealth,
  ConnectionProblemsResponse,
  toAppError,
  UnreadableRecordsResponse,
} from '@refrain/domain';
import type { ApiClient } from '../api-client.ts';
import { describeGaps, formatShareRoundedDown } from './completeness-report.ts';
import { findNounForAccountParts } from './connect-report.ts';
import {
  collectFindings,
  collectFindingsUnlessRemoved,
  createDoctorFinding,
  createFindingWithReason,
  createInformationalFinding,
  type DoctorFinding,
} from './doctor-finding.ts';

const namesShown = 5;

/**
 * Examines a connection. Returns no findings if the connection was removed in the meantime. For an archive, checks no account.
 * @param unreadableCount number of the connection's records that could not be parsed; null if unknown
 */
export async function examineConnection(
  api: ApiClient,
  connection: Connection,
  unreadableCount: number | null,
): Promise<readonly DoctorFinding[]> {
  try {
    return await examineAccount(api, connection, unreadableCount);
  } catch (thrown) {
    const error = toAppError(thrown);
    if (error.code !== 'not_found') throw error;
    return [];
  }
}

async function examineAccount(
  api: ApiClient,
  connection: Connection,
  unreadableCount: number | null,
): Promise<readonly DoctorFinding[]> {
  const { id, provider, account } = connection;
  const name = `${provider} ${account} (${id})`;
  const path = `/v1/connections/${id}`;
  const isAccount = provider !== 'archive';
  const ofAccount = isAccount
    ? [
        examineHealth(api, path, name, provider),
        [examineWebhook(connection, name)],
        collectFindingsUnlessRemoved('stream', `${name}: backfill progress`, async () => {
          return [examineStreams(await api.get(`${path}/progress`, BackfillProgress), id, name)];
        }),
        collectFindingsUnlessRemoved('completeness', `${name}: completeness`, async () => {
          return examineCompleteness(await api.get(`${path}/completeness`, CompletenessResponse), id, name);
        }),
      ]
    : [];
  const findings = await Promise.all([
    examineStatus(api, connection, name),
    ...ofAccount,
    unreadableCount === null ? [] : examineUnreadable(api, path, name, unreadableCount),
  ]);
  return findings.flat();
}

async function examineStatus(api: ApiClient, connection: Connection, name: string): Promise<DoctorFinding> {
  if (connection.status === 'active') return createDoctorFinding('connection', true, `${name} is active`, '');
  const otherwise = connection.statusReason ?? 'Run npx refrain connect again.';
  const readReason = async () => {
    const { items } = await api.get(`/v1/connections/${connection.id}/problems?limit=200`, ConnectionProblemsResponse);
    return [...new Set(items.map(({ problem }) => problem))].join('\n') || otherwise;
  };
  return createFindingWithReason(
    (reason) => createDoctorFinding('connection', false, `${name} needs attention`, reason),
    readReason,
    otherwise,
  );
}

/** Sends a request to the provider. This needs an admin, because the response shows what the credential can access. */
function examineHealth(
  api: ApiClient,
  path: string,
  name: string,
  provider: string,
): Promise<readonly DoctorFinding[]> {
  return collectFindings('provider', `${name}: access to the provider`, async () => {
    try {
      const { visible, missing, budget } = await api.get(`${path}/health`, ConnectionHealth);
      const things = findNounForAccountParts(provider);
      const left = budget === null ? '' : `; ${budget.remaining} of ${budget.limit} requests left`;
      const isShort = budget !== null && budget.remaining * 10 < budget.limit;
      const costs = missing.map(({ permission, costs: costing }) => `${permission}: ${costing}`);
      return [
        createInformationalFinding(
          'provider',
          `${name} is responding and shows ${visible.length} ${things}${left}`,
          isShort ? `Refrain is waiting until ${budget.resetsAt} to leave the remaining requests to others.` : '',
        ),
        createInformationalFinding('provider', `${name}: ${missing.length} permissions missing`, costs.join('\n')),
      ];
    } catch (thrown) {
      const error = toAppError(thrown);
      if (error.code === 'forbidden') throw error;
      return [createDoctorFinding('provider', false, `${name} answers`, error.message)];
    }
  });
}

/**
 * Reports the state of the webhook. A missing webhook is no problem, because Refrain also polls. A failing webhook is a
 * problem.
 */
function examineWebhook({ webhook, id }: Connection, name: string): DoctorFinding {
  const { state, problem, deliveredAt } = webhook;
  const last = deliveredAt === null ? '' : `, last delivery at ${deliveredAt}`;
  const what = `${name}: its webhook is ${state}${last}`;
  if (state === 'active') return createInformationalFinding('webhook', what, problem ?? '');
  if (state === 'disabled') return createDoctorFinding('webhook', false, what, problem ?? 'Enable it at the provider.');
  if (state === 'silent' && problem !== null) return createDoctorFinding('webhook', false, what, problem);
  const otherwise = {
    silent: 'It has been set up, but its first delivery has not arrived yet. Check again in a few minutes.',
    refused: `Refrain has no permission to set it up, and polls every few minutes. To set it up by hand, use the values of GET /v1/connections/${id}/webhook`,
    none: 'Refrain sets it up within minutes, and polls every few minutes until then.',
  };
  return createInformationalFinding('webhook', what, problem ?? otherwise[state]);
}

/**
 * Reports streams that failed or are still being read. Reports no numbers of records, because the API counts only the few
 * records of a stream's last sync.
 */
function examineStreams({ streams }: BackfillProgress, id: string, name: string): DoctorFinding {
  if (streams.length === 0) {
    return createInformationalFinding(
      'stream',
      `${name}: no stream has been started`,
      `Its history has not been imported. Run npx refrain backfill ${id}`,
    );
  }
  const done = streams.filter(({ state }) => state === 'done');
  const failed = streams.filter(({ state }) => state === 'failed');
  const shown = failed
    .slice(0, namesShown)
    .map(({ stream, problem }) => `${stream}: ${problem ?? 'the reason is unknown'}`);
  const more = failed.length > shown.length ? [`and ${failed.length - shown.length} more`] : [];
  return createDoctorFinding(
    'stream',
    failed.length === 0,
    `${name}: ${done.length} of ${streams.length} streams are complete, ${failed.length} failed`,
    [...shown, ...more, `Then run npx refrain backfill ${id}`].join('\n'),
  );
}

function examineCompleteness(answer: CompletenessResponse, id: string, name: string): DoctorFinding[] {
  const { existing, stored, gaps, uncompared } = answer;
  const share =
    existing === 0
      ? 'the provider lists no records of the last 30 days'
      : `${stored} of ${existing} records of the last 30 days are stored (${formatShareRoundedDown(stored, existing)})`;
  const findings = [
    createDoctorFinding(
      'completeness',
      gaps.length === 0,
      `${name}: ${share}, ${gaps.length} days with gaps`,
      [
        ...describeGaps(gaps, namesShown),
        `They are read again automatically within hours. To compare now: npx refrain completeness ${id} --now`,
      ].join('\n'),
    ),
  ];
  if (uncompared.length === 0) return findings;
  const more = uncompared.length > namesShown ? ` and ${uncompared.length - namesShown} more` : '';
  const advice = `${uncompared.slice(0, namesShown).join(', ')}${more}: each is compared within a day of its backfill. To compare now: npx refrain completeness ${id} --now`;
  return [
    ...findings,
    createInformationalFinding(
      'completeness',
      `${name}: ${uncompared.length} streams have never been compared with the provider`,
      advice,
    ),
  ];
}

async function examineUnreadable(api: ApiClient, path: string, name: string, count: number): Promise<DoctorFinding> {
  const toFinding = (reason: string) =>
    createDoctorFinding('unreadable', count === 0, `${name}: ${count} records could not be parsed`, reason);
  if (count === 0) return toFinding('');
  const kept = 'they are kept and can be parsed by a later version';
  const readReason = async () => {
    const [first] = (await api.get(`${path}/unreadable?limit=1`, UnreadableRecordsResponse)).items;
    return `${first?.type}: ${first?.problem}; ${kept}`;
  };
  return createFindingWithReason(toFinding, readReason, `An admin can see the reason; ${kept}`);
}
