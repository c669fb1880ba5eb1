import { AppError } from '@refrain/domain';
import { controlRoute } from '../http/control-route.ts';
import type { Emulator, EmulatorOptions } from '../http/emulator.ts';
import { createExchangeLog } from '../http/exchange-log.ts';
import { listen } from '../http/listen.ts';
import { createPending } from '../http/pending.ts';
import { serveRoutes } from '../http/serve-routes.ts';
import type { GitHubWorld } from '../world.ts';
import { accountRoutes } from './account-routes.ts';
import { createGitHubActions, type GitHubActions } from './actions.ts';
import { commitRoutes } from './commit-routes.ts';
import type { GitHubContext } from './context.ts';
import { deploymentRoutes } from './deployment-routes.ts';
import { createGitHubRules, type GitHubLimits } from './github-rules.ts';
import { createGitHubState } from './github-state.ts';
import { hookRoutes } from './hook-routes.ts';
import { issueRoutes } from './issue-routes.ts';
import { labelRoutes } from './label-routes.ts';
import { presentIssue } from './present-issue.ts';
import { pullRoutes } from './pull-routes.ts';
import { webRoutes } from './web-routes.ts';
import { createGitHubWebhooks, type GitHubDelivery } from './webhooks.ts';

export interface GitHubEmulatorOptions extends EmulatorOptions {
  readonly world: GitHubWorld;
  readonly limits?: GitHubLimits;
}

export interface GitHubEmulator extends Emulator, GitHubActions {
  /** Sends a former delivery again, under the same `X-GitHub-Delivery`. */
  redeliver(guid: string): Promise<void>;
  /** Every attempt to deliver a webhook, oldest first. */
  deliveries(): readonly GitHubDelivery[];
}

/**
 * Serves the parts of GitHub's REST API that Refrain uses, for one organisation, on the loopback interface.
 * @throws {AppError} `misconfigured` when the port is taken, `invalid_input` when the state file cannot be read
 */
export async function startGitHubEmulator(options: GitHubEmulatorOptions): Promise<GitHubEmulator> {
  const addresses = { api: '', web: '' };
  const context: GitHubContext = {
    state: createGitHubState(options.world, options.stateFile),
    addresses,
    now: options.now ?? Date.now,
  };
  const pending = createPending();
  const log = createExchangeLog(options.onExchange, options.keptExchanges);
  const rules = createGitHubRules(context, options.token, options.limits ?? {});
  const webhooks = createGitHubWebhooks(context, pending);
  const actions = createGitHubActions(context, webhooks);

  async function redeliver(guid: string): Promise<void> {
    if (!(await webhooks.redeliver(guid))) throw new AppError('not_found', `There is no delivery ${guid}`);
  }
  const routes = [
    ...accountRoutes(context, rules.readBudget),
    ...commitRoutes(context),
    ...pullRoutes(context),
    ...deploymentRoutes(context),
    ...labelRoutes(context),
    ...hookRoutes(context, (hook, repository) => void webhooks.ping(hook, repository)),
    ...issueRoutes(context, {
      issueChanged(repository, issue, action) {
        const presented = presentIssue(
          addresses,
          repository,
          issue,
          context.state.countComments(repository, issue.number),
        );
        void webhooks.publish('issues', repository, { action, issue: presented });
      },
    }),
  ];
  const control = [
    ...webRoutes(context),
    controlRoute('post', '/commits', (body) => actions.pushCommit(body as never)),
    controlRoute('post', '/merges', (body) => actions.mergePull(body as never)),
    controlRoute('post', '/deployments', (body) => actions.addDeployment(body as never)),
    controlRoute('post', '/deployment-statuses', (body) => actions.addDeploymentStatus(body as never)),
    controlRoute('get', '/deliveries', () => webhooks.list()),
    controlRoute('post', '/deliveries/:guid/redeliver', (_body, { guid }) => redeliver(guid ?? '')),
  ];
  const server = await listen(serveRoutes(routes, control, rules, log), options.port ?? 0);
  addresses.api = server.url;
  addresses.web = `${server.url}/web`;
  return {
    ...actions,
    url: server.url,
    requests: log.list,
    settled: pending.settled,
    deliveries: webhooks.list,
    redeliver,
    async close() {
      await pending.abort();
      await server.close();
    },
  };
}
