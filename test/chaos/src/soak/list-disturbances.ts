import type { ConnectedCompany } from '../company/connected-company.ts';
import { retryUntilSuccess } from '../company/connected-company.ts';
import type { Disturbance } from '../company/disturbance.ts';
import type { EmulatedCompany } from '../company/emulated-company.ts';
import type { IncidentEvents } from '../company/incident-events.ts';
import type { RepositoryEvents } from '../company/repository-events.ts';
import type { RefrainSystem } from '../system/refrain-system.ts';

export interface DisturbanceTargets {
  readonly company: EmulatedCompany;
  readonly system: RefrainSystem;
  readonly connected: ConnectedCompany;
  readonly incidents: IncidentEvents;
  readonly repositories: RepositoryEvents;
  emptyRedis(): Promise<void>;
}

/** Lists the disturbances in the order in which they happen. */
export function listDisturbances(parts: DisturbanceTargets): readonly Disturbance[] {
  const { company, system, connected, incidents, repositories, emptyRedis } = parts;
  const { github, pagerduty } = company;
  const restartWorker = async () => {
    await system.kill('ingest-worker');
    await system.start('ingest-worker');
  };
  let installationId = 0;
  return [
    { name: 'worker killed', begin: restartWorker },
    {
      name: 'GitHub token revoked',
      begin: () => github.act.revokeToken(),
      end: async () => {
        github.act.renewToken({ token: secondToken });
        await connected.connectGitHub(secondToken);
      },
    },
    { name: 'Redis emptied', begin: emptyRedis },
    {
      name: 'API away until PagerDuty turns its subscription off',
      lastsMs: 5_000,
      async begin() {
        await retryUntilSuccess(async () => {
          if (pagerduty.countSubscriptions().enabled === 0)
            throw new Error('Refrain has not created a webhook subscription yet');
        });
        await system.kill('api');
      },
      isDone: () => pagerduty.countSubscriptions().disabled > 0,
      end: () => system.start('api'),
    },
    {
      name: 'permission removed',
      begin: () => github.act.removePermission('deployments'),
      end: () => github.act.restorePermission('deployments'),
    },
    {
      name: 'webhook secret rotated',
      begin: () => system.ask('POST', `/v1/connections/${connected.github}/webhook-secret`),
    },
    {
      name: 'PagerDuty key revoked',
      begin: () => pagerduty.act.revokeCredentials(),
      end: async () => {
        pagerduty.act.renewKey({ key: 'second-key' });
        await connected.connectPagerDuty('second-key');
      },
    },
    { name: 'repository renamed', begin: repositories.rename },
    { name: 'Redis emptied', begin: emptyRedis },
    { name: 'service deleted', begin: () => pagerduty.act.deleteService({ service: incidents.retireService() }) },
    {
      name: 'plan without related incidents',
      begin: () => pagerduty.act.setPlan({ refusal: 402 }),
    },
    { name: 'worker killed', begin: restartWorker },
    {
      name: 'GitHub App in place of the token',
      begin: async () => {
        const app = await github.act.installApp({ permissions: appPermissions, events: appEvents });
        installationId = app.installationId;
        const { appId, privateKey } = app;
        await connected.connectGitHub(JSON.stringify({ kind: 'github_app', appId, privateKey, installationId }));
        github.act.setAppWebhook({ appId, active: true });
        await removeHooks(company);
      },
    },
    { name: 'repository deleted', begin: repositories.remove },
    {
      name: 'App suspended',
      begin: () => github.act.suspend({ installationId }),
      end: () => github.act.unsuspend({ installationId }),
    },
    { name: 'repository renamed', begin: repositories.rename },
    {
      name: 'API that hangs',
      lastsMs: 6_000,
      begin: () => system.signal('api', 'SIGSTOP'),
      end: () => system.signal('api', 'SIGCONT'),
    },
  ];
}

const secondToken = 'ghp_second0token';
const appPermissions = {
  metadata: 'read',
  contents: 'read',
  pull_requests: 'read',
  deployments: 'read',
  actions: 'read',
  checks: 'read',
  issues: 'write',
} as const;
const appEvents = [
  'deployment_status',
  'issue_comment',
  'issues',
  'pull_request',
  'push',
  'repository',
  'workflow_run',
];

/** Removes the webhooks that Refrain created with the token, because the GitHub App's webhooks replace them. */
async function removeHooks({ github, organisation }: EmulatedCompany): Promise<void> {
  const hooks = `${github.url}/orgs/${organisation}/hooks`;
  const headers = { authorization: `Bearer ${secondToken}` };
  await retryUntilSuccess(async () => {
    const listed = (await (await fetch(hooks, { headers })).json()) as { id: number }[];
    for (const { id } of listed) await fetch(`${hooks}/${id}`, { method: 'DELETE', headers });
    if (listed.length > 0) throw new Error('Some webhooks that were created with the token could not be removed');
  });
}
