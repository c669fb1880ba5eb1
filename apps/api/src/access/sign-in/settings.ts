import { publicGitHubApiUrl } from '@refrain/connectors';
import { isLoopbackHost, Role } from '@refrain/domain';
import { z } from 'zod';

/** An empty variable counts as unset, because Compose files and charts cannot omit variables. */
const text = z
  .string()
  .optional()
  .transform((value) => (value === undefined || value.trim() === '' ? null : value.trim()));
/** A URL to which secrets are sent: plain http is allowed only to this machine. */
const secureUrl = text.pipe(
  z
    .url({ protocol: /^https?$/u, error: 'must be an https URL', abort: true })
    .refine(
      (url) => new URL(url).protocol === 'https:' || isLoopbackHost(new URL(url).hostname),
      'must be an https URL',
    )
    .nullable(),
);
const newRole = text.pipe(z.enum([...Role.options, 'none'], 'must be viewer, triager, admin or none').nullable());

const Roles = text.transform((value, context) => {
  try {
    return z.record(z.string(), Role).parse(value === null ? {} : JSON.parse(value));
  } catch {
    context.addIssue({
      code: 'custom',
      message: 'must be JSON such as {"platform-team": "admin", "engineers": "viewer"}',
    });
    return z.NEVER;
  }
});

export const SignInEnvironmentVariables = z.object({
  REFRAIN_OIDC_ISSUER: secureUrl,
  REFRAIN_OIDC_CLIENT_ID: text,
  REFRAIN_OIDC_CLIENT_SECRET: text,
  REFRAIN_OIDC_NAME: text,
  REFRAIN_OIDC_SCOPE: text,
  REFRAIN_OIDC_ROLE_CLAIM: text,
  REFRAIN_OIDC_ROLES: Roles,
  REFRAIN_OIDC_NEW_ROLE: newRole,
  REFRAIN_GITHUB_SIGN_IN_ORGANISATION: text,
  REFRAIN_GITHUB_SIGN_IN_CLIENT_ID: text,
  REFRAIN_GITHUB_SIGN_IN_CLIENT_SECRET: text,
  REFRAIN_GITHUB_SIGN_IN_URL: secureUrl,
  REFRAIN_GITHUB_SIGN_IN_NEW_ROLE: newRole,
  REFRAIN_SIGN_IN_LINKS: text.pipe(z.enum(['allowed', 'forbidden'], 'must be allowed or forbidden').nullable()),
});
type SignInEnvironment = z.output<typeof SignInEnvironmentVariables>;

export type OpenIdSettings = Readonly<NonNullable<ReturnType<typeof toOpenId>>>;
export type GitHubSignInSettings = Readonly<NonNullable<ReturnType<typeof toGitHub>>>;

const settingGroups = [
  ['REFRAIN_OIDC_ISSUER', 'REFRAIN_OIDC_CLIENT_ID', 'REFRAIN_OIDC_CLIENT_SECRET'],
  ['REFRAIN_GITHUB_SIGN_IN_ORGANISATION', 'REFRAIN_GITHUB_SIGN_IN_CLIENT_ID', 'REFRAIN_GITHUB_SIGN_IN_CLIENT_SECRET'],
] as const;

/**
 * Matches issuers of Entra ID that serve all tenants. They are rejected, because the admin of any tenant could set the
 * claims (https://learn.microsoft.com/entra/identity-platform/v2-protocols).
 */
const multiTenantIssuer = /^https:\/\/login\.microsoftonline\.(?:com|us)\/(?:common|organizations|consumers)(?:\/|$)/iu;

export function reportInvalidSignInSettings(
  read: SignInEnvironment & { readonly REFRAIN_PUBLIC_URL: string | null },
  context: z.RefinementCtx,
): void {
  if (read.REFRAIN_PUBLIC_URL === null && settingGroups.some((names) => names.every((name) => read[name] !== null))) {
    const message = 'is missing. Set it to the URL to which identity providers redirect browsers';
    context.addIssue({ code: 'custom', path: ['REFRAIN_PUBLIC_URL'], message });
  }
  if (read.REFRAIN_OIDC_ROLE_CLAIM === null && Object.keys(read.REFRAIN_OIDC_ROLES).length > 0) {
    const message = 'needs a claim whose values it maps to roles. Set REFRAIN_OIDC_ROLE_CLAIM';
    context.addIssue({ code: 'custom', path: ['REFRAIN_OIDC_ROLES'], message });
  }
  if (read.REFRAIN_OIDC_ISSUER !== null && multiTenantIssuer.test(read.REFRAIN_OIDC_ISSUER)) {
    const message = 'accepts accounts from every tenant. Set it to the issuer of your own tenant';
    context.addIssue({ code: 'custom', path: ['REFRAIN_OIDC_ISSUER'], message });
  }
  for (const names of settingGroups) {
    const missing = names.filter((name) => read[name] === null);
    if (missing.length === 0 || missing.length === names.length) continue;
    for (const name of missing) {
      context.addIssue({ code: 'custom', path: [name], message: `is missing. Set all of ${names.join(', ')}` });
    }
  }
}

export function toSignInSettings(read: SignInEnvironment) {
  const [oidc, github] = [toOpenId(read), toGitHub(read)];
  const hasProvider = oidc !== null || github !== null;
  return {
    oidc,
    github,
    // With an identity provider, sign-in links are forbidden by default, because they bypass the provider's second factor.
    allowsLinks: (read.REFRAIN_SIGN_IN_LINKS ?? (hasProvider ? 'forbidden' : 'allowed')) === 'allowed',
  };
}

function toOpenId(read: SignInEnvironment) {
  const [issuer, clientId, clientSecret] = [
    read.REFRAIN_OIDC_ISSUER,
    read.REFRAIN_OIDC_CLIENT_ID,
    read.REFRAIN_OIDC_CLIENT_SECRET,
  ];
  if (issuer === null || clientId === null || clientSecret === null) return null;
  return {
    /** The provider's URL, below which `/.well-known/openid-configuration` is served. */
    issuer,
    clientId,
    clientSecret,
    name: read.REFRAIN_OIDC_NAME ?? new URL(issuer).hostname,
    scope: read.REFRAIN_OIDC_SCOPE ?? 'openid profile email',
    /** The name of the claim that contains the role; null if no claim contains it. */
    roleClaim: read.REFRAIN_OIDC_ROLE_CLAIM,
    roles: read.REFRAIN_OIDC_ROLES,
    // New users without a role are rejected by default, because anybody can create an account at some providers.
    newRole: roleUnlessNone(read.REFRAIN_OIDC_NEW_ROLE ?? 'none'),
  };
}

function toGitHub(read: SignInEnvironment) {
  const [organisation, clientId, clientSecret] = [
    read.REFRAIN_GITHUB_SIGN_IN_ORGANISATION,
    read.REFRAIN_GITHUB_SIGN_IN_CLIENT_ID,
    read.REFRAIN_GITHUB_SIGN_IN_CLIENT_SECRET,
  ];
  if (organisation === null || clientId === null || clientSecret === null) return null;
  return {
    /** The login of the GitHub organisation whose members may sign in. */
    organisation,
    clientId,
    clientSecret,
    baseUrl: read.REFRAIN_GITHUB_SIGN_IN_URL ?? publicGitHubApiUrl,
    newRole: roleUnlessNone(read.REFRAIN_GITHUB_SIGN_IN_NEW_ROLE ?? 'viewer'),
  };
}

function roleUnlessNone(value: Role | 'none'): Role | null {
  return value === 'none' ? null : value;
}
