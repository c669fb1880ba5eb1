import type { Agent as HttpAgent } from 'node:http';
import { createAddressRule, literalAddress } from './address-rule.ts';
import { guardConnections } from './guard-connections.ts';
import { maxResponseBytes } from './limit-response.ts';
import { createSameOriginFetch } from './same-origin-fetch.ts';

type AgentByProtocol = Readonly<Record<'http:' | 'https:', HttpAgent>>;

/** The way out of this machine; everything that a connection or a subscription names is reached by it. */
export interface Outbound {
  /** Reading an answer of more than `maxResponseBytes` fails. */
  readonly fetch: typeof fetch;
  /** As `fetch`, for callers that limit by themselves how much they read. */
  readonly download: typeof fetch;
  /** Of libraries that know no `fetch` of ours: those that keep their connections, and those that open one for each request. */
  readonly agents: { readonly kept: AgentByProtocol; readonly fresh: AgentByProtocol };
  /** Whether a host can be told to be refused before it is asked: it is written as an address, or names this machine. */
  readonly refuses: (host: string) => boolean;
}

/**
 * Connects to public addresses, and to private ones of these networks alone. TLS is verified against the certificate
 * authorities of Node and of `NODE_EXTRA_CA_CERTS`.
 * @param privateNetworks `10.20.0.0/16`, an address, or `loopback`
 */
export function openOutbound(privateNetworks: readonly string[]): Outbound {
  const allows = createAddressRule(privateNetworks);
  const guard = guardConnections(allows);
  const dispatcher = guard.createDispatcher();
  return {
    fetch: createSameOriginFetch(dispatcher, maxResponseBytes),
    download: createSameOriginFetch(dispatcher),
    agents: { kept: guard.createAgents({ keepAlive: true }), fresh: guard.createAgents() },
    refuses(host) {
      const address = /(?:^|\.)localhost\.?$/iu.test(host) ? '127.0.0.1' : literalAddress(host);
      return address !== null && !allows(address);
    },
  };
}
