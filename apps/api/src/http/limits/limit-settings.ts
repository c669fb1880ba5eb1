import proxyAddress from 'proxy-addr';
import { z } from 'zod';

const PerMinute = z.coerce.number({ error: 'must be a number of requests per minute; 0 for no limit' }).int().min(0);

const Megabytes = z.coerce.number({ error: 'must be a number of megabytes; 0 for no limit' }).int().min(0);

export const requestLimitVariables = {
  REFRAIN_REQUESTS_PER_USER: PerMinute.default(3_000),
  REFRAIN_COSTLY_REQUESTS_PER_USER: PerMinute.default(240),
  REFRAIN_REQUESTS_PER_ADDRESS: PerMinute.default(120),
  REFRAIN_WEBHOOKS_PER_CONNECTION: PerMinute.default(36_000),
  REFRAIN_IMPORT_MB: Megabytes.default(1_024),
  REFRAIN_TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text) => text.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()])))
    .refine(areAddresses, 'must be IP addresses or networks, such as 10.0.0.0/8, or loopback, linklocal, uniquelocal'),
};

/**
 * Rejects a number of proxies instead of addresses, because a client that bypasses the proxies could forge that many addresses.
 */
function areAddresses(proxies: readonly string[]): boolean {
  if (proxies.some((proxy) => /^\d+$/u.test(proxy))) return false;
  try {
    proxyAddress.compile([...proxies]);
    return true;
  } catch {
    return false;
  }
}

/** The limits in requests per minute, except `importMegabytes`. 0 means no limit. */
export interface RequestLimits {
  /** The limit of one user, who may use several tokens and sessions. */
  readonly perUser: number;
  /** The limit for requests of one user that cost far more than a read. These requests also count for `perUser`. */
  readonly costly: number;
  /** The limit for requests without a valid token or session from one IP address. */
  readonly perAddress: number;
  readonly webhooks: number;
  /** The maximum size of one imported file in megabytes. */
  readonly importMegabytes: number;
}

type ReadLimits = {
  readonly [Name in keyof typeof requestLimitVariables]: z.output<(typeof requestLimitVariables)[Name]>;
};

export function toRequestLimits(read: ReadLimits): RequestLimits {
  return {
    perUser: read.REFRAIN_REQUESTS_PER_USER,
    costly: read.REFRAIN_COSTLY_REQUESTS_PER_USER,
    perAddress: read.REFRAIN_REQUESTS_PER_ADDRESS,
    webhooks: read.REFRAIN_WEBHOOKS_PER_CONNECTION,
    importMegabytes: read.REFRAIN_IMPORT_MB,
  };
}
