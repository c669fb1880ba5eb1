import { z } from 'zod';
import type { Call, Reply, Route } from '../http/reply.ts';
import { type GitHubContext, instantNow, replyPage, withRepository } from './context.ts';
import { notFound, validationFailed } from './error-reply.ts';
import { presentHook } from './present-hook.ts';
import type { RepositoryState } from './repository-state.ts';
import type { StoredHook } from './written.ts';

const NewHook = z.looseObject({
  config: z.looseObject({
    url: z.url(),
    content_type: z.enum(['json', 'form']).default('form'),
    secret: z.string().optional(),
  }),
  events: z.array(z.string()).min(1).default(['push']),
  active: z.boolean().default(true),
});

/** Webhooks of the organisation and of a repository; `hookCreated` sends GitHub's ping. */
export function hookRoutes(
  context: GitHubContext,
  hookCreated: (hook: StoredHook, repository: RepositoryState | null) => void,
): Route[] {
  const { addresses, state } = context;
  const present = (repository: RepositoryState | null, hook: StoredHook) =>
    presentHook(addresses, state.organisation, repository, hook);

  function list(repository: RepositoryState | null, call: Call): Reply {
    return replyPage(call, state.listHooks(repository?.name ?? null), (hook) => present(repository, hook));
  }
  function create(repository: RepositoryState | null, call: Call): Reply {
    const wanted = NewHook.safeParse(call.body);
    if (!wanted.success) return validationFailed('Hook', 'config', 'missing_field');
    const { config, events, active } = wanted.data;
    const taken = state.listHooks(repository?.name ?? null).some((hook) => hook.url === config.url);
    if (taken) return validationFailed('Hook', 'url', 'already_exists');
    const hook = state.addHook({
      repository: repository?.name ?? null,
      url: config.url,
      contentType: config.content_type,
      secret: config.secret ?? null,
      events,
      active,
      createdAt: instantNow(context),
    });
    hookCreated(hook, repository);
    return { status: 201, body: present(repository, hook) };
  }
  const ofOrganisation = (handle: (repository: null, call: Call) => Reply) => (call: Call) =>
    call.parameters.org?.toLowerCase() === state.organisation.toLowerCase() ? handle(null, call) : notFound();

  return [
    { method: 'get', path: '/orgs/:org/hooks', handle: ofOrganisation(list) },
    { method: 'post', path: '/orgs/:org/hooks', handle: ofOrganisation(create) },
    { method: 'get', path: '/repos/:owner/:repo/hooks', handle: withRepository(context, list) },
    { method: 'post', path: '/repos/:owner/:repo/hooks', handle: withRepository(context, create) },
  ];
}
