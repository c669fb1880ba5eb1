import { createHash, randomBytes } from 'node:crypto';
import { hourInMs } from '@refrain/domain';
import type { Call, Reply } from '../http/reply.ts';
import { authenticationRequired, badCredentials, forbidden, unauthorised } from './error-reply.ts';
import type { GitHubState } from './github-state.ts';
import { verifyAppToken } from './json-web-token.ts';
import { findInitialTokenPermissions, type PermissionAccess, type Permissions } from './permissions.ts';
import type { StoredApp, StoredInstallation, StoredInstallationToken } from './written-github-data.ts';

/**
 * Installation tokens expire after an hour:
 * https://docs.github.com/apps/creating-github-apps/authenticating-with-a-github-app/generating-an-installation-access-token-for-a-github-app
 */
const tokenLifetimeMs = hourInMs;

export type CallerIdentity =
  | { readonly kind: 'user'; readonly key: string; readonly login: string; readonly permissions: Permissions }
  | { readonly kind: 'app'; readonly key: string; readonly app: StoredApp }
  | {
      readonly kind: 'installation';
      readonly key: string;
      readonly login: string;
      readonly permissions: Permissions;
      readonly installation: StoredInstallation;
      /** Keys of the repositories that the installation may access; null if it may access all repositories. */
      readonly repositories: readonly string[] | null;
    };

export interface Credentials {
  /** Returns who sent the request, according to its credential, or GitHub's error response if the credential is refused. */
  identify(call: Call): CallerIdentity | { readonly refusal: Reply };
  /** Returns the login of the user who sent the request. If an App sent it, returns the user of the emulated personal access token. */
  loginOf(call: Call): string;
  issueToken(
    installation: StoredInstallation,
    wanted: { readonly permissions: Permissions; readonly repositories: readonly string[] | null },
  ): { readonly token: string; readonly expiresAt: number };
  issueUserToken(login: string, scopes: readonly string[]): string;
  /** Returns the user and the OAuth scopes of the token in the request. */
  personOf(call: Call): { readonly login: string; readonly scopes: readonly string[] };
  /** Returns the permissions that were granted and not removed later. */
  remainingPermissions(permissions: Permissions): Permissions;
  revokeToken(): void;
  /** Replaces the accepted personal access token. The kind of the new token determines its permissions. */
  renewToken(token: string): void;
  /** Limits a permission of every credential to the given access; `write` restores each credential's original access. */
  limitPermission(name: string, maxAccess: PermissionAccess | null): void;
}

export function createCredentials(state: GitHubState, token: string, now: () => number): Credentials {
  let ownToken: { readonly digest: string; readonly permissions: Permissions } | null = ownTokenOf(token);
  const ceilings = new Map<string, PermissionAccess | null>();
  /** Maps the digest of each token to the person who owns it. */
  const people = new Map<string, { readonly login: string; readonly scopes: readonly string[] }>();
  const identified = new WeakMap<Call, CallerIdentity | { readonly refusal: Reply }>();

  function remainingPermissions(permissions: Permissions): Permissions {
    if (ceilings.size === 0) return permissions;
    return Object.fromEntries(
      Object.entries(permissions).flatMap(([name, access]) => {
        const ceiling = ceilings.get(name);
        return ceiling === null ? [] : [[name, ceiling ?? access]];
      }),
    );
  }
  function read(authorization: string): CallerIdentity | { readonly refusal: Reply } {
    const sentToken = tokenIn(authorization);
    if (sentToken === undefined) return { refusal: authenticationRequired() };
    if (sentToken.split('.').length === 3) {
      const found = verifyAppToken(sentToken, state.accounts.apps, now());
      if ('problem' in found) return { refusal: unauthorised(found.problem) };
      return { kind: 'app', key: `app ${found.app.id}`, app: found.app };
    }
    const digest = digestOf(sentToken);
    if (digest === ownToken?.digest) {
      return {
        kind: 'user',
        key: 'user',
        login: state.viewer,
        permissions: remainingPermissions(ownToken.permissions),
      };
    }
    const person = people.get(digest);
    if (person !== undefined)
      return { kind: 'user', key: `user ${person.login}`, login: person.login, permissions: {} };
    const stored = state.accounts.tokens.find((one) => one.digest === digest && one.expiresAt > now());
    return stored === undefined ? { refusal: badCredentials() } : readStored(stored);
  }
  function readStored(stored: StoredInstallationToken): CallerIdentity | { readonly refusal: Reply } {
    const installation = state.accounts.installations.find(({ id }) => id === stored.installationId);
    const app = state.accounts.apps.find(({ id }) => id === installation?.appId);
    if (installation === undefined || app === undefined) return { refusal: badCredentials() };
    if (installation.suspendedAt !== null) return { refusal: forbidden('This installation has been suspended') };
    return {
      kind: 'installation',
      key: `installation ${installation.id}`,
      login: `${app.slug}[bot]`,
      permissions: remainingPermissions(stored.permissions),
      installation,
      repositories: stored.repositories,
    };
  }
  function identify(call: Call): CallerIdentity | { readonly refusal: Reply } {
    const known = identified.get(call) ?? read(call.headers.authorization ?? '');
    identified.set(call, known);
    return known;
  }
  return {
    identify,
    loginOf(call) {
      const identity = identify(call);
      return 'login' in identity ? identity.login : state.viewer;
    },
    issueToken(installation, { permissions, repositories }) {
      const issued = `ghs_${randomBytes(27).toString('base64url').replace(/[-_]/gu, '0')}`;
      const expiresAt = Math.floor(now() / 1000) * 1000 + tokenLifetimeMs;
      const { tokens } = state.accounts;
      const valid = tokens.filter((one) => one.expiresAt > now());
      tokens.splice(0, tokens.length, ...valid, {
        digest: digestOf(issued),
        installationId: installation.id,
        permissions,
        repositories,
        expiresAt,
      });
      state.save();
      return { token: issued, expiresAt };
    },
    issueUserToken(login, scopes) {
      const issued = `gho_${randomBytes(27).toString('base64url').replace(/[-_]/gu, '0')}`;
      people.set(digestOf(issued), { login, scopes });
      return issued;
    },
    personOf(call) {
      const sentToken = tokenIn(call.headers.authorization ?? '');
      return people.get(digestOf(sentToken ?? '')) ?? { login: state.viewer, scopes: ['read:org'] };
    },
    remainingPermissions,
    revokeToken() {
      ownToken = null;
    },
    renewToken(renewed) {
      ownToken = ownTokenOf(renewed);
    },
    limitPermission(name, maxAccess) {
      if (maxAccess === 'write') ceilings.delete(name);
      else ceilings.set(name, maxAccess);
    },
  };
}

function tokenIn(authorization: string): string | undefined {
  return /^(?:bearer|token)\s+(\S+)$/iu.exec(authorization)?.[1];
}

function ownTokenOf(token: string): { readonly digest: string; readonly permissions: Permissions } {
  return { digest: digestOf(token), permissions: findInitialTokenPermissions(token) };
}

/** Compares digests instead of tokens, so that the duration of a comparison reveals nothing about a token. */
function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
