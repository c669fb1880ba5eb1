import { AppError } from '@refrain/domain';
import type { AccountSupport } from '../../contract/provider-entry.ts';
import { apiRoots } from './api-roots.ts';
import { parsePagerDutyCredential, Region } from './credential.ts';

/** Completes the address of an account. An app's credential contains its subdomain and its region. */
export const resolveAccount: AccountSupport['resolve'] = ({ account, baseUrl, region, credential }) => {
  const parsedRegion = Region.nullable().safeParse(region);
  if (!parsedRegion.success) throw new AppError('invalid_input', 'The `region` of PagerDuty has to be us or eu.');
  const app = parsePagerDutyCredential(credential);
  if (app.kind === 'token') return { account, baseUrl: baseUrl ?? apiRoots[parsedRegion.data ?? 'us'] };
  if (parsedRegion.data !== null && parsedRegion.data !== app.region) {
    throw new AppError('invalid_input', `The PagerDuty app is of the region ${app.region}: leave \`region\` out.`);
  }
  return { account: account ?? app.subdomain, baseUrl: baseUrl ?? apiRoots[app.region] };
};
