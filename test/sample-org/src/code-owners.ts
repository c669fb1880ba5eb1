import type { WorldFile } from '@refrain/emulators';
import { organisationName } from './company.ts';

/** The repositories of each team that has CODEOWNERS files. The other repositories have none. */
const repositoriesOfTeams: Readonly<Record<string, string>> = {
  payments: 'ledger payouts checkout basket promo-desk invoice-mill toll-counter',
  'shop-experience': 'merchant-api merchant-portal public-site search-lens rate-quote tariff-book',
  tracking: 'track-api track-feed notify-hub event-schemas',
  'carriers-and-customs': 'carrier-bridge customs-desk label-press partner-hub address-book',
  'last-mile': 'route-planner eta-oracle courier-app pickup-desk',
  depots: 'parcel-intake depot-scan sorter-link depot-terminal weigh-bridge gate-keeper returns-desk shift-board',
  platform:
    'edge-proxy identity-gate platform-config edge-config network-policies cloud-accounts cluster-base release-train',
  data: 'report-forge data-lake dashboards',
};

const teamOf = new Map(
  Object.entries(repositoriesOfTeams).flatMap(([team, names]) => names.split(' ').map((name) => [name, team] as const)),
);

/** Returns the CODEOWNERS file of a repository; none if no team owns the repository. */
export function listCodeOwnersFiles(repository: string): WorldFile[] {
  const team = teamOf.get(repository);
  if (team === undefined) return [];
  const lines = ['# Every change needs a review by the owner.', `* @${organisationName}/${team}`];
  return [{ path: '.github/CODEOWNERS', content: `${lines.join('\n')}\n` }];
}
