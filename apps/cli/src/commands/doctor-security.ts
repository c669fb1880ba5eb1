import { isLoopbackHost, SecurityResponse } from '@refrain/domain';
import type { ApiClient } from '../api-client.ts';
import { createDoctorFinding, createInformationalFinding, type DoctorFinding } from './doctor-finding.ts';

export async function examineSecuritySettings(api: ApiClient): Promise<DoctorFinding[]> {
  const { publicUrl, trustsProxies, ...access } = await api.get('/v1/security', SecurityResponse);
  const { protocol, hostname } = new URL(publicUrl);
  const isHere = isLoopbackHost(hostname);
  const isSealed = isHere || protocol === 'https:';
  return [
    isHere
      ? createInformationalFinding(
          'security',
          `Refrain's address is ${publicUrl}, on this machine only`,
          'Nobody else can open the page there, and no provider can deliver webhooks. Set REFRAIN_PUBLIC_URL to an address that is reachable from outside',
        )
      : createDoctorFinding(
          'security',
          isSealed,
          `Refrain's address is ${publicUrl}, from REFRAIN_PUBLIC_URL`,
          'Sessions and tokens are sent as plain text. Put a proxy with TLS in front, and set REFRAIN_PUBLIC_URL to its https address',
        ),
    ...(isHere || trustsProxies
      ? []
      : [
          createInformationalFinding(
            'security',
            'no proxy is trusted',
            'Behind a proxy, all its clients count as one address. Set REFRAIN_TRUSTED_PROXIES to the proxy (loopback, or its address)',
          ),
        ]),
    createInformationalFinding(
      'security',
      describeAccess(access),
      access.allowsSignInLinks && access.signInBy.length > 0
        ? `Sign-in links bypass the second factor of ${access.signInBy.join(' and ')}. Remove REFRAIN_SIGN_IN_LINKS to switch them off.`
        : '',
    ),
  ];
}

/** Reports that this environment disables the verification of certificates, because Refrain may run with the same variable. */
export function examineTls(env: Readonly<Record<string, string | undefined>>): DoctorFinding[] {
  if (env.NODE_TLS_REJECT_UNAUTHORIZED !== '0') return [];
  return [
    createDoctorFinding(
      'security',
      false,
      'NODE_TLS_REJECT_UNAUTHORIZED=0 lets anybody impersonate Refrain or a provider',
      'Remove it from the environment, and set NODE_EXTRA_CA_CERTS to the file of your certificate authority.',
    ),
  ];
}

function describeAccess({
  people,
  admins,
  signInBy,
  allowsSignInLinks,
  lastingTokens,
}: Omit<SecurityResponse, 'publicUrl' | 'trustsProxies'>): string {
  const by = [...(allowsSignInLinks ? ['links'] : []), ...signInBy].join(', ');
  const tokens =
    lastingTokens.length === 0 ? 'every token expires' : `tokens that do not expire: ${lastingTokens.join(', ')}`;
  return `${people} people may sign in (by ${by}), ${admins} of them as admin; ${tokens}`;
}
