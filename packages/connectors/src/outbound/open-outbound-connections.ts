import type { Agent as HttpAgent } from 'node:http';
import { createAddressRule, parseAddressLiteral } from './address-rule.ts';
import { maxResponseBytes } from './limit-response-body.ts';
import { restrictConnections } from './restrict-connections.ts';
import { createSameOriginFetch } from './same-origin-fetch.ts';

type AgentByProtocol = Readonly<Record<'http:' | 'https:', HttpAgent>>;

/** Outbound network access, which every request to the URL of a connected account or subscription has to use. */
export interface OutboundConnections {
  /** `fetch` with the limit `maxResponseBytes`. */
  readonly fetch: typeof fetch;
  /** `fetch` without a limit, for callers that read only part of a response. */
  readonly download: typeof fetch;
  /** Agents for libraries that do not use `fetch`: `kept` reuses connections, `fresh` opens one per request. */
  readonly agents: { readonly kept: AgentByProtocol; readonly fresh: AgentByProtocol };
  readonly refuses: (host: string) => boolean;
}

/** Allows public addresses and `privateNetworks`: ranges such as `10.20.0.0/16`, single addresses, or `loopback`. */
export function openOutboundConnections(privateNetworks: readonly string[]): OutboundConnections {
  const allows = createAddressRule(privateNetworks);
  const guard = restrictConnections(allows);
  const dispatcher = guard.createDispatcher();
  return {
    fetch: createSameOriginFetch(dispatcher, maxResponseBytes),
    download: createSameOriginFetch(dispatcher),
    agents: { kept: guard.createAgents({ keepAlive: true }), fresh: guard.createAgents() },
    refuses(host) {
      const address = /(?:^|\.)localhost\.?$/iu.test(host) ? '127.0.0.1' : parseAddressLiteral(host);
      return address !== null && !allows(address);
    },
  };
}
