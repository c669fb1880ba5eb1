import { createControlRoute } from '../http/create-control-route.ts';
import type { Route } from '../http/reply.ts';
import { type AccountActions, createAccountActions } from './act-on-account.ts';
import { type CodeActions, createCodeActions } from './act-on-code.ts';
import { createDeploymentActions, type DeploymentActions } from './act-on-deployments.ts';
import { createFileActions, type FileActions } from './act-on-files.ts';
import { createIssueActions, type IssueActions } from './act-on-issues.ts';
import { createPeopleActions, type PeopleActions } from './act-on-people.ts';
import { createPullActions, type PullActions } from './act-on-pulls.ts';
import { createRunActions, type RunActions } from './act-on-runs.ts';
import type { Apps } from './apps.ts';
import type { GitHubContext } from './context.ts';
import type { IssueEvents } from './issue-events.ts';
import type { People } from './people.ts';
import type { GitHubWebhooks } from './webhooks.ts';

/** Actions on the emulated GitHub. Those that return a promise resolve after one delivery attempt of their webhooks. */
export interface GitHubEmulatorActions
  extends CodeActions,
    PullActions,
    FileActions,
    DeploymentActions,
    RunActions,
    IssueActions,
    PeopleActions,
    AccountActions {}

export function createGitHubEmulatorActions(
  context: GitHubContext,
  webhooks: GitHubWebhooks,
  events: IssueEvents,
  apps: Apps,
  people: People,
): GitHubEmulatorActions {
  return {
    ...createCodeActions(context, webhooks),
    ...createPullActions(context, webhooks),
    ...createFileActions(context, webhooks),
    ...createDeploymentActions(context, webhooks),
    ...createRunActions(context, webhooks),
    ...createIssueActions(context, events),
    ...createPeopleActions(people),
    ...createAccountActions(context, webhooks, apps),
  };
}

export function emulatorActionRoutes(actions: GitHubEmulatorActions): Route[] {
  const nameIn = (body: unknown): string => String((body as { permission?: unknown } | null)?.permission);
  const byPath: Readonly<Record<string, (body: never) => unknown>> = {
    '/commits': actions.pushCommit,
    '/merges': actions.mergePull,
    '/branch-merges': actions.mergeBranch,
    '/pulls': actions.pullOpened,
    '/pull-pushes': actions.pullPushed,
    '/pull-edits': actions.pullEdited,
    '/pull-closings': actions.pullClosed,
    '/check-clicks': actions.checkActionRequested,
    '/check-reruns': actions.checkRerequested,
    '/files': actions.writeFile,
    '/file-moves': actions.moveFile,
    '/deployments': actions.addDeployment,
    '/deployment-statuses': actions.addDeploymentStatus,
    '/runs': actions.runFinished,
    '/issues': actions.issueOpened,
    '/issue-edits': actions.issueEdited,
    '/issue-comments': actions.issueCommented,
    '/issue-links': actions.issueLinked,
    '/renames': actions.rename,
    '/deletions': actions.delete,
    '/token/revoke': actions.revokeToken,
    '/token/renew': actions.renewToken,
    '/permissions/remove': (body) => actions.removePermission(nameIn(body)),
    '/permissions/restore': (body) => actions.restorePermission(nameIn(body)),
    '/people': actions.putPerson,
    '/oauth-apps': actions.registerOAuthApp,
    '/apps': actions.installApp,
    '/apps/webhook': actions.setAppWebhook,
    '/apps/uninstall': actions.uninstall,
    '/apps/suspend': actions.suspend,
    '/apps/unsuspend': actions.unsuspend,
  };
  return Object.entries(byPath).map(([path, act]) => createControlRoute('post', path, (body) => act(body as never)));
}
