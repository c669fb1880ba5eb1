import { resolve } from 'node:path';
import {
  type Environment,
  type PlatformConfig,
  PlatformEnvironment,
  PublicUrl,
  readEnvironment,
  toPlatformConfig,
} from '@refrain/process';
import { z } from 'zod';
import {
  refusePartialSettings,
  SignInEnvironment,
  type SignInSettings,
  toSignInSettings,
} from './access/sign-in/settings.ts';
import { limitSettings, type RequestLimits, toRequestLimits } from './http/limits/limit-settings.ts';

const ApiEnvironment = PlatformEnvironment.extend({
  ...limitSettings,
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4400),
  REFRAIN_PUBLIC_URL: PublicUrl,
  REFRAIN_PRINT_SIGN_IN: z.stringbool({ truthy: ['true'], falsy: ['', 'false'] }).default(false),
  REFRAIN_LOCAL_TOKEN_PATH: z.string().default(''),
  REFRAIN_LOCAL_SOCKET: z.string().default(''),
  REFRAIN_PARENT_HOLDS_PORT: z.stringbool({ truthy: ['true'], falsy: ['', 'false'] }).default(false),
  REFRAIN_MAX_CONNECTIONS: z.coerce.number().int().min(0).default(0),
  REFRAIN_PAGE_DIR: z.string().default(resolve(import.meta.dirname, '../../web/dist/page')),
  ...SignInEnvironment.shape,
}).superRefine((read, context) => {
  refusePartialSettings(read, context);
  if (read.REFRAIN_PARENT_HOLDS_PORT && read.REFRAIN_LOCAL_SOCKET === '') {
    const message = 'is missing: with REFRAIN_PARENT_HOLDS_PORT the API listens there';
    context.addIssue({ code: 'custom', path: ['REFRAIN_LOCAL_SOCKET'], message });
  }
});

export interface ApiConfig extends PlatformConfig {
  readonly host: string;
  /** 0 is any free port. */
  readonly port: number;
  /** Where people and providers reach this API; null is the address that it listens on. */
  readonly publicUrl: string | null;
  readonly requestLimits: RequestLimits;
  /** Addresses and networks of proxies that tell whom they pass on. */
  readonly trustedProxies: readonly string[];
  /** Whether a link that signs in the admin of the installation is printed at the start, as it is while nobody has ever signed in. */
  readonly printsSignIn: boolean;
  /** The file in which the command line of this machine finds its token; null for none. */
  readonly localTokenPath: string | null;
  /** The Unix socket by which the command line of this machine reaches the API; null for none. */
  readonly localSocket: string | null;
  /** Whether the parent process listens on `port` and passes on its connections; it takes a `localSocket`. */
  readonly parentHoldsPort: boolean;
  /** Connections that the API holds at once; 0 is no limit. */
  readonly maxConnections: number;
  /** Folder of the built web page. */
  readonly pageDir: string;
  readonly signIn: SignInSettings;
}

/** @throws {AppError} `misconfigured` with every problem at once */
export function loadConfig(environment: Environment): ApiConfig {
  const read = readEnvironment(ApiEnvironment, environment);
  return {
    ...toPlatformConfig(read),
    host: read.HOST,
    port: read.PORT,
    publicUrl: read.REFRAIN_PUBLIC_URL,
    requestLimits: toRequestLimits(read),
    trustedProxies: read.REFRAIN_TRUSTED_PROXIES,
    printsSignIn: read.REFRAIN_PRINT_SIGN_IN,
    localTokenPath: read.REFRAIN_LOCAL_TOKEN_PATH || null,
    localSocket: read.REFRAIN_LOCAL_SOCKET || null,
    parentHoldsPort: read.REFRAIN_PARENT_HOLDS_PORT,
    maxConnections: read.REFRAIN_MAX_CONNECTIONS,
    pageDir: read.REFRAIN_PAGE_DIR,
    signIn: toSignInSettings(read),
  };
}
