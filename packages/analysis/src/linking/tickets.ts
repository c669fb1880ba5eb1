/** A ticket as people write it: `PAY-1234`. */
const ticket = /(?<![\w-])([A-Z][A-Z\d]{1,9})-(\d{2,7})(?![\w-])/gu;
/** What is written in the same way and is a norm, a protocol or an algorithm. */
const norms: ReadonlySet<string> = new Set(
  'AES CVE CWE EC ECMA HTTP IEEE IPV ISO MD PEP RFC RSA SEV SHA TLS UTC UTF'.split(' '),
);
const textLimit = 20_000;
const maxTickets = 20;

/** The tickets that a text names, each once. */
export function findTickets(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [whole, project = ''] of text.slice(0, textLimit).matchAll(ticket)) {
    if (!norms.has(project)) found.add(whole);
    if (found.size === maxTickets) break;
  }
  return found;
}
