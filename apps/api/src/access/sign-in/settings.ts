import { publicGitHub } from '@refrain/connectors';
import { isLoopback, Role } from '@refrain/domain';
import { z } from 'zod';

/** As a compose file or a chart leaves it: empty is unset. */
const text = z
  .string()
  .optional()
  .transform((given) => (given === undefined || given.trim() === '' ? null : given.trim()));
/** Secrets go there: without TLS to this machine alone. */
const address = text.pipe(
  z
    .url({ protocol: /^https?$/u, error: 'must be an https URL', abort: true })
    .refine((url) => new URL(url).protocol === 'https:' || isLoopback(new URL(url).hostname), 'must be an https URL')
    .nullable(),
);
const newRole = text.pipe(z.enum([...Role.options, 'none'], 'must be viewer, triager, admin or none').nullable());

const Roles = text.transform((given, context) => {
  try {
    return z.record(z.string(), Role).parse(given === null ? {} : JSON.parse(given));
  } catch {
    context.addIssue({
      code: 'custom',
      message: 'must be JSON such as {"platform-team": "admin", "engineers": "viewer"}',
    });
    return z.NEVER;
  }
});

/** The fields of the environment that say how people sign in. */
export const SignInEnvironment = z.object({
  REFRAIN_OIDC_ISSUER: address,
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
  REFRAIN_GITHUB_SIGN_IN_URL: address,
  REFRAIN_GITHUB_SIGN_IN_NEW_ROLE: newRole,
  REFRAIN_SIGN_IN_LINKS: text.pipe(z.enum(['allowed', 'forbidden'], 'must be allowed or forbidden').nullable()),
});
type SignInEnvironment = z.output<typeof SignInEnvironment>;

export interface OpenIdSettings {
  /** Where `/.well-known/openid-configuration` is. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string;
  readonly scope: string;
  /** Which claim tells the role; null for none. */
  readonly roleClaim: string | null;
  /** By what the claim says. */
  readonly roles: Readonly<Record<string, Role>>;
  readonly newRole: Role | null;
}

export interface GitHubSignInSettings {
  /** Its members may sign in. */
  readonly organisation: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Of the API, as connections have it. */
  readonly baseUrl: string;
  readonly newRole: Role | null;
}

export interface SignInSettings {
  readonly oidc: OpenIdSettings | null;
  readonly github: GitHubSignInSettings | null;
  /** Whether sign-in links work. They bypass a provider's second factor, so they are forbidden by default where there is a provider. */
  readonly allowsLinks: boolean;
}

const together = [
  ['REFRAIN_OIDC_ISSUER', 'REFRAIN_OIDC_CLIENT_ID', 'REFRAIN_OIDC_CLIENT_SECRET'],
  ['REFRAIN_GITHUB_SIGN_IN_ORGANISATION', 'REFRAIN_GITHUB_SIGN_IN_CLIENT_ID', 'REFRAIN_GITHUB_SIGN_IN_CLIENT_SECRET'],
] as const;

/** Of Entra ID, where every tenant's own admin says what its people are: https://learn.microsoft.com/entra/identity-platform/v2-protocols. */
const ofAnybody = /^https:\/\/login\.microsoftonline\.(?:com|us)\/(?:common|organizations|consumers)(?:\/|$)/iu;

/** Half a way to sign in is none: what is missing is told. */
export function refusePartialSettings(
  read: SignInEnvironment & { readonly REFRAIN_PUBLIC_URL: string | null },
  context: z.RefinementCtx,
): void {
  if (read.REFRAIN_PUBLIC_URL === null && together.some((names) => names.every((name) => read[name] !== null))) {
    const message = 'is missing: providers send people back there';
    context.addIssue({ code: 'custom', path: ['REFRAIN_PUBLIC_URL'], message });
  }
  if (read.REFRAIN_OIDC_ROLE_CLAIM === null && Object.keys(read.REFRAIN_OIDC_ROLES).length > 0) {
    const message = 'says what the values of a claim stand for: name the claim in REFRAIN_OIDC_ROLE_CLAIM';
    context.addIssue({ code: 'custom', path: ['REFRAIN_OIDC_ROLES'], message });
  }
  if (read.REFRAIN_OIDC_ISSUER !== null && ofAnybody.test(read.REFRAIN_OIDC_ISSUER)) {
    const message = 'lets anybody in who has an account anywhere: name the issuer of your own tenant';
    context.addIssue({ code: 'custom', path: ['REFRAIN_OIDC_ISSUER'], message });
  }
  for (const names of together) {
    const missing = names.filter((name) => read[name] === null);
    if (missing.length === 0 || missing.length === names.length) continue;
    for (const name of missing) {
      context.addIssue({ code: 'custom', path: [name], message: `is missing: it goes with ${names.join(', ')}` });
    }
  }
}

export function toSignInSettings(read: SignInEnvironment): SignInSettings {
  const [oidc, github] = [toOpenId(read), toGitHub(read)];
  const hasProvider = oidc !== null || github !== null;
  return {
    oidc,
    github,
    allowsLinks: (read.REFRAIN_SIGN_IN_LINKS ?? (hasProvider ? 'forbidden' : 'allowed')) === 'allowed',
  };
}

function toOpenId(read: SignInEnvironment): OpenIdSettings | null {
  const [issuer, clientId, clientSecret] = [
    read.REFRAIN_OIDC_ISSUER,
    read.REFRAIN_OIDC_CLIENT_ID,
    read.REFRAIN_OIDC_CLIENT_SECRET,
  ];
  if (issuer === null || clientId === null || clientSecret === null) return null;
  return {
    issuer,
    clientId,
    clientSecret,
    name: read.REFRAIN_OIDC_NAME ?? new URL(issuer).hostname,
    scope: read.REFRAIN_OIDC_SCOPE ?? 'openid profile email',
    roleClaim: read.REFRAIN_OIDC_ROLE_CLAIM,
    roles: read.REFRAIN_OIDC_ROLES,
    // Of many a provider anybody has an account.
    newRole: roleUnlessNone(read.REFRAIN_OIDC_NEW_ROLE ?? 'none'),
  };
}

function toGitHub(read: SignInEnvironment): GitHubSignInSettings | null {
  const [organisation, clientId, clientSecret] = [
    read.REFRAIN_GITHUB_SIGN_IN_ORGANISATION,
    read.REFRAIN_GITHUB_SIGN_IN_CLIENT_ID,
    read.REFRAIN_GITHUB_SIGN_IN_CLIENT_SECRET,
  ];
  if (organisation === null || clientId === null || clientSecret === null) return null;
  return {
    organisation,
    clientId,
    clientSecret,
    baseUrl: read.REFRAIN_GITHUB_SIGN_IN_URL ?? publicGitHub,
    newRole: roleUnlessNone(read.REFRAIN_GITHUB_SIGN_IN_NEW_ROLE ?? 'viewer'),
  };
}

function roleUnlessNone(given: Role | 'none'): Role | null {
  return given === 'none' ? null : given;
}
