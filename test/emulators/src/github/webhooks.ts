import { createHmac, randomUUID } from 'node:crypto';
import type { EmulatorCore } from '../http/core.ts';
import { createNodeId, createNumericId } from '../http/create-numeric-id.ts';
import type { GitHubContext } from './context.ts';
import { formatRepository } from './format-repository.ts';
import { formatUser } from './format-user.ts';
import { formatWebhook } from './format-webhook.ts';
import type { RepositoryState } from './repository-state.ts';
import {
  compressPayload,
  createWebhookDeliveries,
  type SentWebhookPayload,
  type WebhookDeliveries,
} from './webhook-deliveries.ts';
import type { StoredApp, StoredInstallation, StoredWebhook } from './written-github-data.ts';

export interface GitHubDelivery {
  /** GUID of the delivery. Every attempt to deliver the same event has the same GUID. */
  readonly guid: string;
  readonly hookId: number;
  readonly event: string;
  /** Status of the receiver's response; null without a response. */
  readonly status: number | null;
  readonly redelivery: boolean;
}

interface SentEvent {
  readonly guid: string;
  readonly hook: StoredWebhook;
  readonly event: string;
  readonly action: string | null;
  readonly installationId: number | null;
  readonly repository: RepositoryState | null;
  readonly text: string;
}

type Payload = Readonly<Record<string, unknown>>;

export interface GitHubWebhooks {
  /** Delivers an event to every subscribed webhook. Resolves after one attempt for each webhook. */
  publish(event: string, repository: RepositoryState, payload: Payload): Promise<void>;
  /** Delivers an event to one App. The event is about the App's installation, or about an object that the App created in a repository. */
  publishToApp(
    event: string,
    app: StoredApp,
    installation: StoredInstallation,
    payload: Payload,
    repository?: RepositoryState,
  ): Promise<void>;
  ping(hook: StoredWebhook, repository: RepositoryState | null): Promise<void>;
  /**
   * Repeats a delivery with the same guid and the webhook's current settings. Returns false if the delivery or the webhook no longer
   * exists.
   */
  redeliver(guid: string): Promise<boolean>;
  list(): readonly GitHubDelivery[];
  readonly kept: WebhookDeliveries;
}

/** Delivers webhooks. Like GitHub, waits at most `timeoutMs` for a 2xx response and does not retry. */
export function createGitHubWebhooks(
  context: GitHubContext,
  { pending, post }: EmulatorCore,
  timeoutMs: number,
): GitHubWebhooks {
  const { addresses, state } = context;
  const attempts: GitHubDelivery[] = [];
  const kept = createWebhookDeliveries(context.now);

  /** Composes headers and body of one delivery: https://docs.github.com/webhooks. */
  function compose({ guid, hook, event, repository, text }: SentEvent) {
    const isJson = hook.contentType === 'json';
    const body = isJson ? text : new URLSearchParams({ payload: text }).toString();
    const signature = hook.secret === null ? null : createHmac('sha256', hook.secret).update(body).digest('hex');
    const target =
      hook.appId !== undefined
        ? { type: 'integration', id: hook.appId }
        : hook.repository === null
          ? { type: 'organization', id: createNumericId('user', state.organisation) }
          : { type: 'repository', id: repository?.id ?? 0 };
    return {
      url: hook.url,
      body,
      headers: {
        accept: '*/*',
        'content-type': isJson ? 'application/json' : 'application/x-www-form-urlencoded',
        'user-agent': 'GitHub-Hookshot/emulator',
        'x-github-delivery': guid,
        'x-github-event': event,
        'x-github-hook-id': String(hook.id),
        'x-github-hook-installation-target-id': String(target.id),
        'x-github-hook-installation-target-type': target.type,
        ...(signature === null ? {} : { 'x-hub-signature-256': `sha256=${signature}` }),
      },
    };
  }
  async function attempt(sent: SentEvent, redelivery: boolean, payload: SentWebhookPayload): Promise<void> {
    const { guid, hook, event, action, installationId, repository } = sent;
    const composed = compose(sent);
    const at = context.now();
    const status = await post(composed, timeoutMs);
    attempts.push({ guid, hookId: hook.id, event, status, redelivery });
    kept.add({
      guid,
      hookId: hook.id,
      event,
      action,
      installationId,
      repositoryId: repository?.id ?? null,
      at,
      durationSeconds: Math.max(0, context.now() - at) / 1000,
      status,
      redelivery,
      headers: composed.headers,
      payload,
    });
  }
  function start(sent: SentEvent, redelivery: boolean, payload = compressPayload(sent.text)): Promise<void> {
    const work = attempt(sent, redelivery, payload);
    pending.track(work);
    return work;
  }
  const frame = (repository: RepositoryState | null) => ({
    ...(repository === null ? {} : { repository: formatRepository(addresses, repository) }),
    organization: { login: state.organisation, id: formatUser(addresses, state.organisation).id },
    sender: formatUser(addresses, state.viewer),
  });
  function send(
    hook: StoredWebhook,
    event: string,
    repository: RepositoryState | null,
    payload: Payload,
    installation: StoredInstallation | null = null,
  ): Promise<void> {
    const from =
      installation === null
        ? {}
        : {
            installation: {
              id: installation.id,
              node_id: createNodeId('IN', installation.id),
              ...(payload.installation ?? {}),
            },
          };
    const text = JSON.stringify({ ...payload, ...frame(repository), ...from });
    const action = typeof payload.action === 'string' ? payload.action : null;
    const installationId = installation?.id ?? null;
    return start({ guid: randomUUID(), hook, event, action, installationId, repository, text }, false);
  }
  const wants = (hook: StoredWebhook, event: string): boolean =>
    hook.active && hook.url !== '' && (hook.events.includes(event) || hook.events.includes('*'));

  return {
    async publish(event, repository, payload) {
      const hooks = state
        .listAllHooks()
        .filter((hook) => wants(hook, event) && (hook.repository === null || hook.repository === repository.key));
      const installed = state.accounts.installations.flatMap((installation) => {
        const app = state.accounts.apps.find(({ id }) => id === installation.appId);
        const isGiven = installation.repositories?.includes(repository.key) ?? true;
        const isWanted = app !== undefined && isGiven && installation.suspendedAt === null && wants(app.hook, event);
        return isWanted ? [{ hook: app.hook, installation }] : [];
      });
      await Promise.all([
        ...hooks.map((hook) => send(hook, event, repository, payload)),
        ...installed.map(({ hook, installation }) => send(hook, event, repository, payload, installation)),
      ]);
    },
    async publishToApp(event, { hook }, installation, payload, repository) {
      if (wants(hook, event)) await send(hook, event, repository ?? null, payload, installation);
    },
    ping(hook, repository) {
      const presented = formatWebhook(addresses, state.organisation, repository, hook);
      const zen = 'Half measures are as bad as nothing at all.';
      return send(hook, 'ping', repository, { zen, hook_id: hook.id, hook: presented });
    },
    async redeliver(guid) {
      const former = kept.findByGuid(guid);
      const hook = former === null ? null : state.findHook(former.hookId);
      if (former === null || hook === null) return false;
      const { event, action, installationId, payload } = former;
      const repository = former.repositoryId === null ? null : state.findRepositoryById(former.repositoryId);
      await start({ guid, hook, event, action, installationId, repository, text: payload.read() }, true, payload);
      return true;
    },
    list: () => [...attempts],
    kept,
  };
}
