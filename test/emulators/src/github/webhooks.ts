import { createHmac, randomUUID } from 'node:crypto';
import type { Pending } from '../http/pending.ts';
import { postWebhook } from '../http/post-webhook.ts';
import type { GitHubContext } from './context.ts';
import { presentHook } from './present-hook.ts';
import { presentRepository } from './present-repository.ts';
import { presentUser } from './present-user.ts';
import type { RepositoryState } from './repository-state.ts';
import type { StoredHook } from './written.ts';

/** GitHub waits ten seconds for a 2xx and does not try again by itself. */
const timeoutMs = 10_000;

export interface GitHubDelivery {
  /** The same for each attempt of one delivery. */
  readonly guid: string;
  readonly hookId: number;
  readonly event: string;
  /** The receiver's status; null where there was no answer. */
  readonly status: number | null;
  readonly redelivery: boolean;
}

interface Sent {
  readonly guid: string;
  readonly hook: StoredHook;
  readonly event: string;
  readonly payload: string;
}

export interface GitHubWebhooks {
  publish(event: string, repository: RepositoryState, payload: Readonly<Record<string, unknown>>): Promise<void>;
  ping(hook: StoredHook, repository: RepositoryState | null): Promise<void>;
  /** Sends a former delivery again under its guid; false where there is none. */
  redeliver(guid: string): Promise<boolean>;
  /** Every attempt, oldest first. */
  list(): readonly GitHubDelivery[];
}

/** The headers and body of one delivery, as https://docs.github.com/webhooks describes them. */
function compose({ guid, hook, event, payload }: Sent) {
  const body = hook.contentType === 'json' ? payload : new URLSearchParams({ payload }).toString();
  const signature = hook.secret === null ? null : createHmac('sha256', hook.secret).update(body).digest('hex');
  return {
    url: hook.url,
    body,
    headers: {
      'content-type': hook.contentType === 'json' ? 'application/json' : 'application/x-www-form-urlencoded',
      'user-agent': 'GitHub-Hookshot/emulator',
      'x-github-delivery': guid,
      'x-github-event': event,
      'x-github-hook-id': String(hook.id),
      'x-github-hook-installation-target-type': hook.repository === null ? 'organization' : 'repository',
      ...(signature === null ? {} : { 'x-hub-signature-256': `sha256=${signature}` }),
    },
  };
}

export function createGitHubWebhooks(context: GitHubContext, pending: Pending): GitHubWebhooks {
  const { addresses, state } = context;
  const attempts: GitHubDelivery[] = [];
  const sent = new Map<string, Sent>();

  async function attempt(delivery: Sent, redelivery: boolean): Promise<void> {
    sent.set(delivery.guid, delivery);
    const status = await postWebhook(compose(delivery), timeoutMs, pending.signal);
    attempts.push({ guid: delivery.guid, hookId: delivery.hook.id, event: delivery.event, status, redelivery });
  }
  function start(delivery: Sent, redelivery: boolean): Promise<void> {
    const work = attempt(delivery, redelivery);
    pending.track(work);
    return work;
  }
  const frame = (repository: RepositoryState | null) => ({
    ...(repository === null ? {} : { repository: presentRepository(addresses, repository) }),
    organization: { login: state.organisation, id: presentUser(addresses, state.organisation).id },
    sender: presentUser(addresses, state.viewer),
  });
  return {
    async publish(event, repository, payload) {
      const hooks = state
        .listAllHooks()
        .filter(
          (hook) =>
            hook.active &&
            (hook.repository === null || hook.repository === repository.name) &&
            (hook.events.includes(event) || hook.events.includes('*')),
        );
      const text = JSON.stringify({ ...payload, ...frame(repository) });
      await Promise.all(hooks.map((hook) => start({ guid: randomUUID(), hook, event, payload: text }, false)));
    },
    ping(hook, repository) {
      const payload = JSON.stringify({
        zen: 'Half measures are as bad as nothing at all.',
        hook_id: hook.id,
        hook: presentHook(addresses, state.organisation, repository, hook),
        ...frame(repository),
      });
      return start({ guid: randomUUID(), hook, event: 'ping', payload }, false);
    },
    async redeliver(guid) {
      const delivery = sent.get(guid);
      if (delivery === undefined) return false;
      await start(delivery, true);
      return true;
    },
    list: () => [...attempts],
  };
}
