import { isLoopback, SecurityResponse } from '@refrain/domain';
import type { ApiClient } from '../api-client.ts';
import { type Finding, find, note } from './finding.ts';

/** Whether what people send and what they sign in with is guarded on its way. */
export async function examineSecurity(api: ApiClient): Promise<Finding[]> {
  const { publicUrl, trustsProxies, ...access } = await api.get('/v1/security', SecurityResponse);
  const { protocol, hostname } = new URL(publicUrl);
  const isHere = isLoopback(hostname);
  const isSealed = isHere || protocol === 'https:';
  return [
    isHere
      ? note(
          'security',
          `its address is ${publicUrl}, on this machine alone`,
          'Nobody else opens the page there, and no provider delivers webhooks: REFRAIN_PUBLIC_URL names an address that reaches it from outside',
        )
      : find(
          'security',
          isSealed,
          `its address is ${publicUrl}, as REFRAIN_PUBLIC_URL says`,
          'Sessions and tokens go there as plain text: put a proxy with TLS before it, and name its https address in REFRAIN_PUBLIC_URL',
        ),
    ...(isHere || trustsProxies
      ? []
      : [
          note(
            'security',
            'no proxy is trusted',
            'Where one stands before it, all who come through it count as one address: REFRAIN_TRUSTED_PROXIES names it (loopback, or its address)',
          ),
        ]),
    note(
      'security',
      describeAccess(access),
      access.allowsSignInLinks && access.signInBy.length > 0
        ? `Sign-in links bypass the second factor of ${access.signInBy.join(' and ')}. Leave REFRAIN_SIGN_IN_LINKS out to switch them off.`
        : '',
    ),
  ];
}

/** Reports if this command itself does not verify certificates: whoever started it may have set that for Refrain too. */
export function examineTls(env: Readonly<Record<string, string | undefined>>): Finding[] {
  if (env.NODE_TLS_REJECT_UNAUTHORIZED !== '0') return [];
  return [
    find(
      'security',
      false,
      'NODE_TLS_REJECT_UNAUTHORIZED=0 lets anybody pose as Refrain or a provider',
      'Remove it from the environment, and name the file of your certificate authority in NODE_EXTRA_CA_CERTS.',
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
  const tokens = lastingTokens.length === 0 ? 'every token ends' : `tokens without an end: ${lastingTokens.join(', ')}`;
  return `${people} may sign in (by ${by}), ${admins} of them as admin; ${tokens}`;
}
