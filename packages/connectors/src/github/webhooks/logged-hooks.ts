import { performWebhookWrite } from '../../writes/webhook-write.ts';
import type { WriteLog } from '../../writes/write-log.ts';
import type { GitHubClient, GitHubRequest } from '../client/client.ts';

/** Matches requests for pings and redeliveries, which are not logged because they change nothing. */
const deliveryRequest = /\/(?:pings|attempts)$/u;

export function createHookLoggingClient(client: GitHubClient, log: WriteLog): GitHubClient {
  async function passing<T>(request: GitHubRequest, send: () => Promise<T>): Promise<T> {
    const { method = 'GET', url: path, parameters: content } = request;
    if (method === 'GET' || deliveryRequest.test(path)) return send();
    return performWebhookWrite(log, { method, path, place: locationOf(path), content }, send);
  }
  const logged: GitHubClient = {
    ...client,
    get urgent() {
      return client.urgent === client ? logged : createHookLoggingClient(client.urgent, log);
    },
    request: (request, schema, signal) => passing(request, () => client.request(request, schema, signal)),
    requestIfAny: (request, none, schema, signal) =>
      passing(request, () => client.requestIfAny(request, none, schema, signal)),
  };
  return logged;
}

function locationOf(path: string): string {
  return /^\/(?:orgs|repos)\/(.+?)\/hooks/u.exec(path)?.[1] ?? 'the GitHub App';
}
