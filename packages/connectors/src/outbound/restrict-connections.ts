import { lookup as resolve } from 'node:dns';
import { type AgentOptions, Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { type AddressRule, parseAddressLiteral } from './address-rule.ts';

export const refusedAddressErrorCode = 'ADDRESS_NOT_PUBLIC';
const connectTimeoutMs = 10_000;

/** Restricts connections to allowed addresses. Checks the address when connecting, which prevents DNS rebinding. */
export function restrictConnections(allows: AddressRule, lookUp: typeof resolve = resolve) {
  const lookup: LookupFunction = (hostname, options, callback) => {
    lookUp(hostname, { ...options, all: true }, (error, found) => {
      if (error !== null) return callback(error, '');
      const allowed = found.filter(({ address }) => allows(address));
      const [first] = allowed;
      if (first === undefined) callback(refuse(), '');
      else if (options.all) callback(null, allowed);
      else callback(null, first.address, first.family);
    });
  };
  /** Checks IP literals, for which `lookup` is not called. */
  const isRefused = (host: string | null | undefined): boolean => {
    const address = parseAddressLiteral(host ?? '');
    return address !== null && !allows(address);
  };

  function guardAgent<T extends HttpAgent>(agent: T): T {
    const connect = agent.createConnection.bind(agent);
    agent.createConnection = (options, callback) => {
      if (isRefused(options.host)) throw refuse();
      return connect(options, callback);
    };
    return agent;
  }

  return {
    createDispatcher(): Agent {
      const connect = buildConnector({ lookup, timeout: connectTimeoutMs });
      return new Agent({
        connect: (options, callback) =>
          isRefused(options.hostname) ? callback(refuse(), null) : connect(options, callback),
      });
    },
    createAgents: (options: AgentOptions = {}) => ({
      'http:': guardAgent(new HttpAgent({ ...options, lookup })),
      'https:': guardAgent(new HttpsAgent({ ...options, lookup })),
    }),
  };
}

function refuse(): Error {
  return Object.assign(new Error('The address is not public'), { code: refusedAddressErrorCode });
}
