import { z } from 'zod';
import type { Call, Reply, Route } from '../http/reply.ts';
import { formatCurrentInstant, type GitHubContext, replyWithPage } from './context.ts';
import { validationFailed } from './error-reply.ts';
import { formatWebhook, formatWebhookConfig } from './format-webhook.ts';
import type { RepositoryState } from './repository-state.ts';
import { type WebhookOwner, webhookOwners, withWebhook } from './webhook-owners.ts';
import type { StoredWebhook } from './written-github-data.ts';

const Config = z.looseObject({
  url: z.url().optional(),
  content_type: z.enum(['json', 'form']).optional(),
  secret: z.string().optional(),
});
const NewHook = z.looseObject({
  config: Config.extend({ url: z.url() }),
  events: z.array(z.string()).min(1).default(['push']),
  active: z.boolean().default(true),
});
const HookEdit = z.looseObject({
  config: Config.optional(),
  events: z.array(z.string()).min(1).optional(),
  add_events: z.array(z.string()).optional(),
  remove_events: z.array(z.string()).optional(),
  active: z.boolean().optional(),
});

/** Routes for webhooks of the organisation, a repository or an App. `ping` sends GitHub's ping event. */
export function webhookRoutes(
  context: GitHubContext,
  ping: (hook: StoredWebhook, repository: RepositoryState | null) => void,
): Route[] {
  return webhookOwners(context).flatMap((owner) =>
    owner.isApp ? configRoutes(context, owner) : [...manyRoutes(context, owner, ping), ...configRoutes(context, owner)],
  );
}

function manyRoutes(
  context: GitHubContext,
  owner: WebhookOwner,
  ping: (hook: StoredWebhook, repository: RepositoryState | null) => void,
): Route[] {
  const { addresses, state } = context;
  const present = (repository: RepositoryState | null, hook: StoredWebhook) =>
    formatWebhook(addresses, state.organisation, repository, hook);

  function create(repository: RepositoryState | null, call: Call): Reply {
    const wanted = NewHook.safeParse(call.body);
    if (!wanted.success) return validationFailed('Hook', 'config', 'missing_field');
    const { config, events, active } = wanted.data;
    const key = repository?.key ?? null;
    if (state.listHooks(key).some((hook) => hook.url === config.url))
      return validationFailed('Hook', 'url', 'already_exists');
    const hook = state.addHook({
      repository: key,
      url: config.url,
      contentType: config.content_type ?? 'form',
      secret: config.secret ?? null,
      events,
      active,
      createdAt: formatCurrentInstant(context),
    });
    ping(hook, repository);
    return { status: 201, body: present(repository, hook) };
  }
  function edit(hook: StoredWebhook, repository: RepositoryState | null, call: Call): Reply {
    const wanted = HookEdit.safeParse(call.body ?? {});
    if (!wanted.success)
      return validationFailed('Hook', String(wanted.error.issues[0]?.path[0] ?? 'config'), 'invalid');
    const { config, active, events, add_events: added = [], remove_events: removed = [] } = wanted.data;
    // GitHub replaces the whole config. If the new config omits the secret, the secret is removed.
    const configured = config === undefined ? hook : { ...configure(hook, config), secret: config.secret ?? null };
    const listed = [...new Set([...(events ?? hook.events), ...added])].filter((event) => !removed.includes(event));
    const edited = {
      ...configured,
      events: listed,
      active: active ?? hook.active,
      updatedAt: formatCurrentInstant(context),
    };
    state.putHook(edited);
    return { status: 200, body: present(repository, edited) };
  }
  return [
    {
      method: 'get',
      path: `${owner.path}/hooks`,
      handle: owner.within((repository, call) =>
        replyWithPage(call, state.listHooks(repository?.key ?? null), (hook) => present(repository, hook)),
      ),
    },
    { method: 'post', path: `${owner.path}/hooks`, handle: owner.within(create) },
    {
      method: 'get',
      path: owner.hookPath,
      handle: withWebhook(owner, (hook, repository) => ({ status: 200, body: present(repository, hook) })),
    },
    { method: 'patch', path: owner.hookPath, handle: withWebhook(owner, edit) },
    {
      method: 'delete',
      path: owner.hookPath,
      handle: withWebhook(owner, (hook) => {
        state.removeHook(hook);
        return { status: 204 };
      }),
    },
    {
      method: 'post',
      path: `${owner.hookPath}/pings`,
      handle: withWebhook(owner, (hook, repository) => {
        ping(hook, repository);
        return { status: 204 };
      }),
    },
  ];
}

function configRoutes(context: GitHubContext, owner: WebhookOwner): Route[] {
  return [
    {
      method: 'get',
      path: `${owner.hookPath}/config`,
      handle: withWebhook(owner, (hook) => ({ status: 200, body: formatWebhookConfig(hook) })),
    },
    {
      method: 'patch',
      path: `${owner.hookPath}/config`,
      handle: withWebhook(owner, (hook, _repository, call) => {
        const wanted = Config.safeParse(call.body ?? {});
        if (!wanted.success) return validationFailed('Hook', 'config', 'invalid');
        // This route cannot turn an App's webhook on or off; on GitHub only the owner can, in a browser.
        const edited = { ...configure(hook, wanted.data), updatedAt: formatCurrentInstant(context) };
        context.state.putHook(edited);
        return { status: 200, body: formatWebhookConfig(edited) };
      }),
    },
  ];
}

function configure(hook: StoredWebhook, config: z.output<typeof Config>): StoredWebhook {
  return {
    ...hook,
    url: config.url ?? hook.url,
    contentType: config.content_type ?? hook.contentType,
    secret: config.secret ?? hook.secret,
  };
}
