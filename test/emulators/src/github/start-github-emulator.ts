import { AppError } from '@refrain/domain';
import { createEmulatorCore, serveEmulator } from '../http/core.ts';
import { createControlRoute } from '../http/create-control-route.ts';
import type { Emulator, EmulatorOptions } from '../http/emulator.ts';
import type { GitHubWorld } from '../world.ts';
import { accountRoutes } from './account-routes.ts';
import { createGitHubEmulatorActions, emulatorActionRoutes, type GitHubEmulatorActions } from './actions.ts';
import { appRoutes } from './app-routes.ts';
import { createApps } from './apps.ts';
import { checkRunRoutes } from './check-run-routes.ts';
import { commitRoutes } from './commit-routes.ts';
import { comparisonRoutes } from './comparison-routes.ts';
import { contentRoutes } from './content-routes.ts';
import type { GitHubContext } from './context.ts';
import { createCredentials } from './credentials.ts';
import { deliveryRoutes } from './delivery-routes.ts';
import { deploymentRoutes } from './deployment-routes.ts';
import { createGitHubRules } from './github-rules.ts';
import { createGitHubState } from './github-state.ts';
import { graphqlRoutes } from './graphql-routes.ts';
import { createIssueEvents } from './issue-events.ts';
import { issueRoutes } from './issue-routes.ts';
import { issueSearchRoutes } from './issue-search-routes.ts';
import { jobLogRoutes } from './job-log-routes.ts';
import { labelRoutes } from './label-routes.ts';
import type { GitHubRateLimits } from './limits.ts';
import { manifestRoutes } from './manifest-routes.ts';
import { createPeople } from './people.ts';
import { pullRoutes } from './pull-routes.ts';
import type { RepositoryState } from './repository-state.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { webRoutes } from './web-routes.ts';
import { webhookRoutes } from './webhook-routes.ts';
import { createGitHubWebhooks, type GitHubDelivery } from './webhooks.ts';
import { workflowRunRoutes } from './workflow-run-routes.ts';

export interface GitHubEmulatorOptions extends EmulatorOptions {
  readonly world: GitHubWorld;
  readonly limits?: GitHubRateLimits;
  /** Milliseconds (real time) that a webhook receiver has to respond; ten seconds by default, like github.com. */
  readonly webhookTimeoutMs?: number;
}

export interface GitHubEmulator extends Emulator, GitHubEmulatorActions {
  /** The actions of this emulator. They are also methods of the emulator itself. */
  readonly act: GitHubEmulatorActions;
  redeliver(guid: string): Promise<void>;
  /** Returns all repositories in their current state, except deleted ones. */
  listRepositories(): readonly RepositoryState[];
  deliveries(): readonly GitHubDelivery[];
}

/**
 * Serves the parts of GitHub's REST and GraphQL APIs that Refrain uses, for one organisation, on the loopback interface.
 * @throws {AppError} `misconfigured` if the port is in use, `invalid_input` if the state file is invalid
 */
export async function startGitHubEmulator(options: GitHubEmulatorOptions): Promise<GitHubEmulator> {
  const addresses = { api: '', web: '', users: new Map() };
  const core = createEmulatorCore(options);
  const state = createGitHubState(options.world, options.stateFile);
  const context: GitHubContext = {
    state,
    addresses,
    credentials: createCredentials(state, options.token, core.clock.now),
    now: core.clock.now,
  };
  const rules = createGitHubRules(context, options.limits ?? {});
  const webhooks = createGitHubWebhooks(context, core, options.webhookTimeoutMs ?? 10_000);
  const events = createIssueEvents(addresses, webhooks);
  const apps = createApps(context, webhooks);
  const people = createPeople();
  const actions = createGitHubEmulatorActions(context, webhooks, events, apps, people);

  async function redeliver(guid: string): Promise<void> {
    if (!(await webhooks.redeliver(guid))) throw new AppError('not_found', `There is no delivery ${guid}`);
  }
  const logs = jobLogRoutes(context);
  const manifest = manifestRoutes(context, apps, webhooks);
  const signIn = signInRoutes(context, people);
  const routes = [
    ...signIn.routes,
    ...accountRoutes(context, rules.readBudgets),
    ...commitRoutes(context),
    ...comparisonRoutes(context),
    ...pullRoutes(context),
    ...deploymentRoutes(context),
    ...graphqlRoutes(context),
    ...workflowRunRoutes(context),
    ...checkRunRoutes(context),
    ...logs.routes,
    ...contentRoutes(context),
    ...labelRoutes(context),
    ...webhookRoutes(context, (hook, repository) => void webhooks.ping(hook, repository)),
    ...deliveryRoutes(context, webhooks),
    ...issueSearchRoutes(context),
    ...appRoutes(context),
    ...manifest.routes,
    ...issueRoutes(context, events),
  ];
  const control = [
    ...webRoutes(context),
    ...logs.storage,
    ...manifest.pages,
    ...signIn.pages,
    ...emulatorActionRoutes(actions),
    createControlRoute('get', '/deliveries', () => webhooks.list()),
    createControlRoute('post', '/deliveries/:guid/redeliver', (_body, { guid }) => redeliver(guid ?? '')),
  ];
  const emulator = await serveEmulator(core, routes, control, rules, options.port);
  addresses.api = emulator.url;
  addresses.web = `${emulator.url}/web`;
  return {
    ...emulator,
    ...actions,
    act: actions,
    listRepositories: state.listRepositories,
    deliveries: webhooks.list,
    redeliver,
  };
}
