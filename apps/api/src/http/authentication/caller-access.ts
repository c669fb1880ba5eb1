import {
  AppError,
  type Caller,
  type Decider,
  type Instant,
  includesRole,
  type Role,
  type Scope,
  tokenScopesInclude,
} from '@refrain/domain';
import type { RequestHandler, Response } from 'express';
import type { MonitoredAccess } from './access-monitor.ts';

export interface CallerAccess {
  /** The kind and id of the token or session, such as `token/…`. */
  readonly caller: string;
  readonly decider: Decider;
  readonly name: string;
  readonly user: Caller;
  /** The scopes of the token, or of the token that began the session. Null if only the role of the user limits the access. */
  readonly scopes: readonly Scope[] | null;
  /** When the token, or the token that began the session, expires. Null if it never expires or there is no token. */
  readonly expiresAt: Instant | null;
  /**
   * The id of the token, or of the token that began the session. When this token ends, the tokens and sign-in links that it
   * created end too.
   */
  readonly tokenId: string | null;
  readonly grant: MonitoredAccess;
}

export function findCaller({ locals }: Response): string | null {
  return (locals.access as CallerAccess | undefined)?.caller ?? null;
}

/** @throws {AppError} `internal` if the request was not authenticated */
export function requireAccess({ locals }: Response): CallerAccess {
  const access = locals.access as CallerAccess | undefined;
  if (access === undefined) throw new AppError('internal', 'The request was not authenticated');
  return access;
}

export function requireRole(needs: Role, tag: string): RequestHandler {
  return (_request, response, next) => {
    const { user, scopes } = requireAccess(response);
    if (!includesRole(user.role, needs)) {
      throw new AppError(
        'forbidden',
        `This request requires the role ${needs}, but your role is ${user.role}. Ask an admin for the role ${needs}.`,
      );
    }
    if (scopes !== null && !tokenScopesInclude(scopes, `${tag}:${needs}`)) {
      throw new AppError(
        'forbidden',
        `The scopes of this token do not permit this request. Use a token with the scope ${tag}:${needs} or ${needs}.`,
      );
    }
    next();
  };
}

/** @throws {AppError} `forbidden` if the caller lacks a scope that the request would grant */
export function requireGrantableScopes({ user, scopes }: CallerAccess, wanted: readonly Scope[]): void {
  const granted = scopes ?? [user.role];
  const beyond = wanted.find((scope) => !tokenScopesInclude(granted, scope) || !tokenScopesInclude([user.role], scope));
  if (beyond === undefined) return;
  throw new AppError(
    'forbidden',
    `You cannot grant the scope ${beyond}, because your access is limited to ${granted.join(', ')}. Ask an admin.`,
  );
}

/** @throws {AppError} `forbidden` for a token that expires, because a sign-in link would outlive it */
export function requireTokenWithoutExpiry({ expiresAt }: CallerAccess): void {
  if (expiresAt === null) return;
  throw new AppError(
    'forbidden',
    'A token that expires cannot create a sign-in link, because the link would outlive the token. Sign in, or use a token that does not expire.',
  );
}
