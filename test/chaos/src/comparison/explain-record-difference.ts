import type { Exchange, GitHubEmulator, PagerDutyEmulator } from '@refrain/emulators';

const maxLines = 20;

/** Describes a record that differs: its events and its failed requests, as the emulators logged them. */
export function explainRecordDifference(
  difference: string,
  { github, pagerduty }: { readonly github: GitHubEmulator; readonly pagerduty: PagerDutyEmulator },
): string[] {
  const id = /\S+ \S+ \S+ (?<id>[^\s:]+)/u.exec(difference)?.groups?.id ?? '';
  const incident = pagerduty.listIncidents().find((one) => one.id === id);
  const log = (incident?.logEntries ?? []).map(({ type, createdAt }) => `${createdAt} ${type}`);
  const [repository = '', rest = ''] = id.split(/[#@]/u);
  const number = rest.split('/').at(-1) ?? '';
  const isAbout = ({ path }: Exchange) =>
    incident ? path.includes(id) : path.includes(`/${repository}/`) && path.includes(number);
  const requests = [...github.requests(), ...pagerduty.requests()]
    .filter((exchange) => isAbout(exchange) || (exchange.fault !== undefined && exchange.path.includes(repository)))
    .map(({ at, method, path, status, fault }) => `${at} ${method} ${path} ${status}${fault ? ` ${fault}` : ''}`);
  return [...log, ...requests.slice(-maxLines)];
}
