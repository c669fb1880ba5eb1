const ticket = /(?<![\w-])([A-Z][A-Z\d]{1,9})-(\d{2,7})(?![\w-])/gu;
/** Prefixes of standards, protocols and algorithms, whose names look like ticket ids. */
const norms: ReadonlySet<string> = new Set(
  'AES CVE CWE EC ECMA HTTP IEEE IPV ISO MD PEP RFC RSA SEV SHA TLS UTC UTF'.split(' '),
);
const textLimit = 20_000;
const maxTickets = 20;

export function findTicketIds(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [whole, project = ''] of text.slice(0, textLimit).matchAll(ticket)) {
    if (!norms.has(project)) found.add(whole);
    if (found.size === maxTickets) break;
  }
  return found;
}
