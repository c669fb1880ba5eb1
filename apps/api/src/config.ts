import { resolve } from 'node:path';
import {
  type EnvironmentVariables,
  type PlatformConfig,
  PlatformEnvironment,
  PublicUrl,
  readEnvironment,
  toPlatformConfig,
} from '@refrain/process';
import { z } from 'zod';
import {
  reportInvalidSignInSettings,
  SignInEnvironmentVariables,
  type SignInSettings,
  toSignInSettings,
} from './access/sign-in/settings.ts';
import { type RequestLimits, requestLimitVariables, toRequestLimits } from './http/limits/limit-settings.ts';

const ApiEnvironment = PlatformEnvironment.extend({
  ...requestLimitVariables,
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4400),
  REFRAIN_PUBLIC_URL: PublicUrl,
  REFRAIN_PRINT_SIGN_IN: z.stringbool({ truthy: ['true'], falsy: ['', 'false'] }).default(false),
  REFRAIN_LOCAL_TOKEN_PATH: z.string().default(''),
  REFRAIN_LOCAL_SOCKET: z.string().default(''),
  REFRAIN_PARENT_HOLDS_PORT: z.stringbool({ truthy: ['true'], falsy: ['', 'false'] }).default(false),
  REFRAIN_MAX_CONNECTIONS: z.coerce.number().int().min(0).default(0),
  REFRAIN_PAGE_DIR: z.string().default(resolve(import.meta.dirname, '../../web/dist/page')),
  ...SignInEnvironmentVariables.shape,
}).superRefine((read, context) => {
  reportInvalidSignInSettings(read, context);
  if (read.REFRAIN_PARENT_HOLDS_PORT && read.REFRAIN_LOCAL_SOCKET === '') {
    const message = 'is missing. Set it to the socket on which the API listens with REFRAIN_PARENT_HOLDS_PORT';
    context.addIssue({ code: 'custom', path: ['REFRAIN_LOCAL_SOCKET'], message });
  }
});

export interface ApiConfig extends PlatformConfig {
  readonly host: string;
  /** The port on which the API listens; 0 chooses a free port. */
  readonly port: number;
  /** The URL at which people and providers reach the API; null if it is the URL at which the API listens. */
  readonly publicUrl: string | null;
  readonly requestLimits: RequestLimits;
  /** IP addresses and networks of proxies whose `X-Forwarded-For` is trusted. */
  readonly trustedProxies: readonly string[];
  /** Whether every start of the API prints a sign-in link for the local admin, even after the first sign-in. */
  readonly printsSignIn: boolean;
  /** The file with the token for the command line on this machine; null for none. */
  readonly localTokenPath: string | null;
  /** The Unix socket on which the API listens besides `port`; null for none. */
  readonly localSocket: string | null;
  /** Whether the parent process listens on `port` and forwards connections to `localSocket`. */
  readonly parentHoldsPort: boolean;
  /** The maximum number of open client connections; 0 means no limit. */
  readonly maxConnections: number;
  readonly pageDir: string;
  readonly signIn: SignInSettings;
}

/** @throws {AppError} `misconfigured`, with all problems in one message */
export function loadConfig(environment: EnvironmentVariables): ApiConfig {
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
