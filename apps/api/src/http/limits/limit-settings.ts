import proxyAddress from 'proxy-addr';
import { z } from 'zod';

/** Requests per minute; 0 for no limit. */
const PerMinute = z.coerce.number({ error: 'must be a number of requests a minute, 0 for no limit' }).int().min(0);

/** Megabytes of an upload; 0 for no limit. */
const Megabytes = z.coerce.number({ error: 'must be a number of megabytes, 0 for no limit' }).int().min(0);

/** Environment variables that limit requests and uploads, and that name the trusted proxies. */
export const limitSettings = {
  REFRAIN_REQUESTS_PER_USER: PerMinute.default(3_000),
  REFRAIN_COSTLY_REQUESTS_PER_USER: PerMinute.default(240),
  REFRAIN_REQUESTS_PER_ADDRESS: PerMinute.default(120),
  REFRAIN_WEBHOOKS_PER_CONNECTION: PerMinute.default(36_000),
  REFRAIN_IMPORT_MB: Megabytes.default(1_024),
  REFRAIN_TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text) => text.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()])))
    .refine(canBeCompiled, 'must be addresses or networks, as 10.0.0.0/8, or loopback, linklocal, uniquelocal'),
};

/** A number of hops is refused: a client that reaches the API without the proxy could send that many. */
function canBeCompiled(proxies: readonly string[]): boolean {
  if (proxies.some((proxy) => /^\d+$/u.test(proxy))) return false;
  try {
    proxyAddress.compile([...proxies]);
    return true;
  } catch {
    return false;
  }
}

/** Limits in requests per minute unless stated otherwise; 0 for no limit. */
export interface RequestLimits {
  /** Requests of one user, with all their tokens and sessions. */
  readonly perUser: number;
  /** Requests of one user that cost far more than reading stored data; they count for `perUser` too. */
  readonly costly: number;
  /** Requests of one address without a valid token or session. */
  readonly perAddress: number;
  /** Webhooks for one connection. */
  readonly webhooks: number;
  /** Megabytes of one imported file, not a rate. */
  readonly importMegabytes: number;
}

type ReadLimits = { readonly [Name in keyof typeof limitSettings]: z.output<(typeof limitSettings)[Name]> };

export function toRequestLimits(read: ReadLimits): RequestLimits {
  return {
    perUser: read.REFRAIN_REQUESTS_PER_USER,
    costly: read.REFRAIN_COSTLY_REQUESTS_PER_USER,
    perAddress: read.REFRAIN_REQUESTS_PER_ADDRESS,
    webhooks: read.REFRAIN_WEBHOOKS_PER_CONNECTION,
    importMegabytes: read.REFRAIN_IMPORT_MB,
  };
}

export const unlimited: RequestLimits = { perUser: 0, costly: 0, perAddress: 0, webhooks: 0, importMegabytes: 0 };
