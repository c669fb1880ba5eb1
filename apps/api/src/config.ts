import { resolve } from 'node:path';
import {
  type EnvironmentVariables,
  PlatformEnvironment,
  PublicUrl,
  readEnvironment,
  toPlatformConfig,
} from '@refrain/process';
import { z } from 'zod';
import {
  reportInvalidSignInSettings,
  SignInEnvironmentVariables,
  toSignInSettings,
} from './access/sign-in/settings.ts';
import { requestLimitVariables, toRequestLimits } from './http/limits/limit-settings.ts';

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
    const message =
      'is missing, but REFRAIN_PARENT_HOLDS_PORT requires it. Set it to the socket on which the API listens';
    context.addIssue({ code: 'custom', path: ['REFRAIN_LOCAL_SOCKET'], message });
  }
});

/** @throws {AppError} `misconfigured`, with all problems in one message */
export function loadConfig(environment: EnvironmentVariables) {
  const read = readEnvironment(ApiEnvironment, environment);
  return {
    ...toPlatformConfig(read),
    host: read.HOST,
    /** The port on which the API listens; 0 chooses a free port. */
    port: read.PORT,
    /** The URL at which people and providers reach the API; null if it is the URL at which the API listens. */
    publicUrl: read.REFRAIN_PUBLIC_URL,
    requestLimits: toRequestLimits(read),
    trustedProxies: read.REFRAIN_TRUSTED_PROXIES,
    /** Whether every start of the API prints a sign-in link for the local admin, even after the first sign-in. */
    printsSignIn: read.REFRAIN_PRINT_SIGN_IN,
    /** The file with the token for the command line on this machine; null for none. */
    localTokenPath: read.REFRAIN_LOCAL_TOKEN_PATH || null,
    /** The Unix socket on which the API listens besides `port`; null for none. */
    localSocket: read.REFRAIN_LOCAL_SOCKET || null,
    /** Whether the parent process listens on `port` and forwards connections to `localSocket`. */
    parentHoldsPort: read.REFRAIN_PARENT_HOLDS_PORT,
    /** The maximum number of open client connections; 0 means no limit. */
    maxConnections: read.REFRAIN_MAX_CONNECTIONS,
    pageDir: read.REFRAIN_PAGE_DIR,
    signIn: toSignInSettings(read),
  };
}
