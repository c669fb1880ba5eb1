import type { Call, Reply } from '../http/reply.ts';
import { type GitHubContext, withRepository } from './context.ts';
import { notFound } from './error-reply.ts';
import type { RepositoryState } from './repository-state.ts';
import type { StoredWebhook } from './written-github-data.ts';

/** The organisation, a repository or an App, which all have the same webhook routes under different paths. */
export interface WebhookOwner {
  /** Whether the owner is an App, which has a single webhook without an id. */
  readonly isApp: boolean;
  readonly path: string;
  readonly hookPath: string;
  within(handle: (repository: RepositoryState | null, call: Call) => Reply): (call: Call) => Reply;
  find(repository: RepositoryState | null, call: Call): StoredWebhook | null;
}

export function webhookOwners(context: GitHubContext): readonly WebhookOwner[] {
  const { state, credentials } = context;
  const byId = (repository: RepositoryState | null, call: Call): StoredWebhook | null =>
    state.listHooks(repository?.key ?? null).find(({ id }) => String(id) === call.parameters.hook) ?? null;
  return [
    {
      isApp: false,
      path: '/orgs/:org',
      hookPath: '/orgs/:org/hooks/:hook',
      within: (handle) => (call) =>
        call.parameters.org?.toLowerCase() === state.organisation.toLowerCase() ? handle(null, call) : notFound(),
      find: byId,
    },
    {
      isApp: false,
      path: '/repos/:owner/:repo',
      hookPath: '/repos/:owner/:repo/hooks/:hook',
      within: (handle) => withRepository(context, handle),
      find: byId,
    },
    {
      isApp: true,
      path: '/app',
      hookPath: '/app/hook',
      within: (handle) => (call) => handle(null, call),
      find(_repository, call) {
        const identity = credentials.identify(call);
        return 'app' in identity ? identity.app.hook : null;
      },
    },
  ];
}

export function withWebhook(
  owner: WebhookOwner,
  handle: (hook: StoredWebhook, repository: RepositoryState | null, call: Call) => Reply,
): (call: Call) => Reply {
  return owner.within((repository, call) => {
    const hook = owner.find(repository, call);
    return hook === null ? notFound() : handle(hook, repository, call);
  });
}
