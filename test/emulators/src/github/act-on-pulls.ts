import { AppError, parseInput } from '@refrain/domain';
import { z } from 'zod';
import { createObjectSha } from '../http/create-numeric-id.ts';
import { createUniqueName } from '../http/create-unique-name.ts';
import type { WorldPull } from '../world.ts';
import { formatCurrentInstant, type GitHubContext } from './context.ts';
import { AuthorLoginOrDefault, findNamedRepository } from './find-named-repository.ts';
import { formatCheckRun } from './format-check-run.ts';
import { formatFullPullRequest } from './format-pull-request.ts';
import type { RepositoryState } from './repository-state.ts';
import type { GitHubWebhooks } from './webhooks.ts';

const files = z.array(z.string().min(1));
const OpenPull = z.object({
  repository: z.string(),
  title: z.string().min(1),
  body: z.string().default(''),
  headRef: z.string().optional(),
  files: files.default([]),
  author: AuthorLoginOrDefault,
});
const OfPull = z.object({ repository: z.string(), number: z.int() });
const PushToPull = OfPull.extend({ files: files.optional() });
const PullEdited = OfPull.extend({ title: z.string().min(1) });
const OfCheck = z.object({ repository: z.string(), checkRunId: z.int() });
const RequestAction = OfCheck.extend({ identifier: z.string() });

export interface PullActions {
  /** Opens a pull request. Call `mergePull` with its number to merge it. */
  pullOpened(input: z.input<typeof OpenPull>): Promise<WorldPull>;
  pullPushed(input: z.input<typeof PushToPull>): Promise<WorldPull>;
  pullEdited(input: z.input<typeof PullEdited>): Promise<WorldPull>;
  pullClosed(input: z.input<typeof OfPull>): Promise<WorldPull>;
  /** Clicks a button of a check run. GitHub notifies only the App that created the check run. */
  checkActionRequested(input: z.input<typeof RequestAction>): Promise<void>;
  /** Requests a re-run of a check run. The check run is pending until its App completes it. */
  checkRerequested(input: z.input<typeof OfCheck>): Promise<void>;
}

export function createPullActions(context: GitHubContext, webhooks: GitHubWebhooks): PullActions {
  const { addresses, state } = context;

  async function publish(repository: RepositoryState, pull: WorldPull, action: string): Promise<WorldPull> {
    repository.putPull(pull);
    const presented = formatFullPullRequest(addresses, repository, pull);
    await webhooks.publish('pull_request', repository, { action, number: pull.number, pull_request: presented });
    return pull;
  }
  function openPullOf(repository: RepositoryState, number: number): WorldPull {
    const pull = repository.pulls.get(number);
    if (pull?.state === 'open') return pull;
    throw new AppError('conflict', `${repository.name} has no open pull request ${number}`);
  }
  function checkOf({ repository: name, checkRunId }: z.output<typeof OfCheck>) {
    const repository = findNamedRepository(state, name);
    const check = repository.checks.get(checkRunId);
    const app = state.accounts.apps.find(({ id }) => id === check?.appId);
    const installation = state.accounts.installations.find(({ appId }) => appId === app?.id);
    if (check === undefined || app === undefined || installation === undefined) {
      throw new AppError('not_found', `${name} has no check run ${checkRunId} of an App`);
    }
    return { repository, check, app, installation };
  }
  async function notifyApp(input: z.output<typeof OfCheck>, action: string, more: object): Promise<void> {
    const { repository, check, app, installation } = checkOf(input);
    const payload = { action, check_run: formatCheckRun(context, repository, check), ...more };
    await webhooks.publishToApp('check_run', app, installation, payload, repository);
  }
  return {
    async pullOpened(raw) {
      const { repository: name, headRef, ...input } = parseInput(OpenPull, raw, 'A pull request');
      const repository = findNamedRepository(state, name);
      const number = repository.nextNumber();
      const at = formatCurrentInstant(context);
      const pull: WorldPull = {
        ...input,
        number,
        state: 'open',
        mergedAt: null,
        mergeCommitSha: null,
        closedAt: null,
        labels: [],
        headRef: headRef ?? `change-${number}`,
        headSha: newHead(),
        createdAt: at,
        updatedAt: at,
      };
      return publish(repository, pull, 'opened');
    },
    async pullPushed(raw) {
      const { repository: name, number, files: changed } = parseInput(PushToPull, raw, 'A push to a pull request');
      const repository = findNamedRepository(state, name);
      const pull = openPullOf(repository, number);
      const pushed = {
        ...pull,
        files: changed ?? pull.files,
        headSha: newHead(),
        updatedAt: formatCurrentInstant(context),
      };
      return publish(repository, pushed, 'synchronize');
    },
    async pullEdited(raw) {
      const { repository: name, number, title } = parseInput(PullEdited, raw, 'An edit of a pull request');
      const repository = findNamedRepository(state, name);
      const edited = { ...openPullOf(repository, number), title, updatedAt: formatCurrentInstant(context) };
      return publish(repository, edited, 'edited');
    },
    async pullClosed(raw) {
      const { repository: name, number } = parseInput(OfPull, raw, 'The end of a pull request');
      const repository = findNamedRepository(state, name);
      const at = formatCurrentInstant(context);
      const closed = { ...openPullOf(repository, number), state: 'closed', closedAt: at, updatedAt: at } as const;
      return publish(repository, closed, 'closed');
    },
    async checkActionRequested(raw) {
      const { identifier, ...input } = parseInput(RequestAction, raw, 'A click');
      const { check } = checkOf(input);
      if (!check.actions.some((action) => action.identifier === identifier)) {
        throw new AppError('conflict', `Check run ${check.id} has no button ${identifier}`);
      }
      await notifyApp(input, 'requested_action', { requested_action: { identifier } });
    },
    async checkRerequested(raw) {
      const input = parseInput(OfCheck, raw, 'A check that is asked for again');
      const { repository, check } = checkOf(input);
      repository.putCheck({ ...check, isPending: true });
      await notifyApp(input, 'rerequested', {});
    },
  };
}

function newHead(): string {
  return createObjectSha('head', createUniqueName());
}
