/**
 * The services of each team in PagerDuty. Some of these services have no CODEOWNERS file, and some teams have another
 * spelling there (`last-mile`).
 */
const servicesOfTeams: Readonly<Record<string, string>> = {
  Payments: 'ledger payouts checkout',
  'Last Mile': 'route-planner eta-oracle locker-grid fleet-watch',
  'Courier Apps': 'courier-app-api photo-vault',
  'Customer Care': 'chat-relay claims-office',
};

/** Returns the teams of a service in PagerDuty; empty for most services. */
export function listOnCallTeams(service: string): string[] {
  return Object.entries(servicesOfTeams).flatMap(([team, slugs]) => (slugs.split(' ').includes(service) ? [team] : []));
}
