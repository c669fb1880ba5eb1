import {
  createProviderAccess,
  type FailureSource,
  openOutboundConnections,
  type Page,
  type ProviderAccess,
  providers,
} from '@refrain/connectors';
import { type ConnectionScope, defaultConnectionScope, type FailureDraft } from '@refrain/domain';
import {
  type PagerDutyEmulator,
  type PagerDutyEmulatorOptions,
  type PagerDutyWorld,
  startPagerDutyEmulator,
} from '@refrain/emulators';
import { generateOrganisation } from '@refrain/sample-org';
import { afterEach } from 'vitest';
import { pullAllPages } from '../pull-all-pages.ts';

export const token = 'u+canary-0123456789';

const size = { services: 4, repositories: 4, failures: 120, changes: 60, days: 365, until: '2026-10-31' };
const running: PagerDutyEmulator[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((emulator) => emulator.close()));
});

export function createSamplePagerDutyWorld(): PagerDutyWorld {
  return generateOrganisation(11, size).world.pagerduty;
}

/** Creates an account of one service with this many incidents, `P0000000`, `P0000001` and so on, each resolved immediately. */
export function createPagerDutyIncidentWorld(count: number, createdAt: (index: number) => string): PagerDutyWorld {
  const incidents = Array.from({ length: count }, (_, index) => {
    const id = `P${String(index).padStart(7, '0')}`;
    const at = createdAt(index);
    return {
      id,
      number: index + 1,
      title: 'The queue is full',
      description: 'The queue is full',
      serviceId: 'PSERVICE',
      urgency: 'high' as const,
      priority: null,
      createdAt: at,
      resolvedAt: at,
      updatedAt: at,
      assigneeId: 'PPERSON',
      incidentKey: id.toLowerCase(),
      alerts: [],
      notes: [],
      logEntries: [
        { id: `${id}T`, type: 'trigger_log_entry', createdAt: at, summary: 'Triggered' },
        { id: `${id}R`, type: 'resolve_log_entry', createdAt: at, summary: 'Resolved' },
      ],
    };
  });
  return {
    subdomain: 'acme',
    services: [{ id: 'PSERVICE', name: 'queue', description: 'The queue', createdAt: '2020-01-01T00:00:00Z' }],
    users: [{ id: 'PPERSON', name: 'Odalys Quennell', email: 'odalys@example.com' }],
    incidents,
  };
}

interface OpenOptions {
  readonly credential?: string;
  readonly scope?: ConnectionScope;
  readonly access?: ProviderAccess;
}

export interface EmulatedPagerDutyAccount {
  readonly emulator: PagerDutyEmulator;
  open(options?: OpenOptions): PagerDutySource;
}

type PagerDutySource = FailureSource & Required<Pick<FailureSource, 'ensureWebhook'>>;

export function createSeparateProviderAccess(): ProviderAccess {
  return createProviderAccess({ retryAfterMs: 1, outbound: openOutboundConnections(['loopback']) });
}

export async function startEmulatedPagerDutyAccount(
  world: PagerDutyWorld,
  options: Partial<PagerDutyEmulatorOptions> = {},
): Promise<EmulatedPagerDutyAccount> {
  const emulator = await startPagerDutyEmulator({ world, token, limits: 'off', ...options });
  running.push(emulator);
  return {
    emulator,
    open({ credential = token, scope = defaultConnectionScope, access = createSeparateProviderAccess() } = {}) {
      const address = { provider: 'pagerduty', account: world.subdomain, baseUrl: emulator.url, scope } as const;
      return access.createSource(address, credential) as PagerDutySource;
    },
  };
}

export function pullStream(source: FailureSource, stream = 'incidents', since: string | null = null): Promise<Page[]> {
  return pullAllPages(source, { stream, since });
}

export function parseFailuresFromResponsePages(pages: readonly Page[]): FailureDraft[] {
  return pages.flatMap(({ records }) =>
    records.flatMap((record) => providers.readRecord('pagerduty', record).failures),
  );
}

/** Counts requests by path, with ids replaced by `:id`. */
export function countRequestsByPath(emulator: PagerDutyEmulator): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { path } of emulator.requests()) {
    const name = path.replace(/\/[A-Z\d]{8,}/gu, '/:id');
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
