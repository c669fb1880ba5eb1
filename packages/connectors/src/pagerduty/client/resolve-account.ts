import { AppError } from '@refrain/domain';
import type { AccountSupport } from '../../contract/provider-entry.ts';
import { pagerDutyApiRoots } from './api-roots.ts';
import { PagerDutyRegion, parsePagerDutyCredential } from './credential.ts';

/** Completes what a person entered. The credential of an app contains subdomain and region. */
export const resolveAccount: AccountSupport['resolve'] = ({ account, baseUrl, region, credential }) => {
  const parsedRegion = PagerDutyRegion.nullable().safeParse(region);
  if (!parsedRegion.success) throw new AppError('invalid_input', 'The `region` of PagerDuty is invalid: use us or eu.');
  const app = parsePagerDutyCredential(credential);
  if (app.kind === 'token') return { account, baseUrl: baseUrl ?? pagerDutyApiRoots[parsedRegion.data ?? 'us'] };
  if (parsedRegion.data !== null && parsedRegion.data !== app.region) {
    throw new AppError('invalid_input', `The PagerDuty app belongs to the region ${app.region}: omit \`region\`.`);
  }
  return { account: account ?? app.subdomain, baseUrl: baseUrl ?? pagerDutyApiRoots[app.region] };
};
