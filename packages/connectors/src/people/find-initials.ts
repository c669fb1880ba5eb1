const readLength = 60_000;
/** Minimum numbers of people, and of entries that begin with their initials, in the record of a chat. */
const minPeople = 2;
const minEntries = 4;

/** Matches an entry of a chat that begins with capitals: “10.02 AB restarts the worker” or “AB: it is down”. */
const entry =
  /^[ \t>*|-]{0,8}(?:\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]m)?\b[ \t:|*–-]{1,6})?\(?(?<initials>\p{Lu}{2,3})(?:\/\p{Lu}{2,3})?\)?(?::|[ \t]+(?=(?:\p{Ll}|I\b|I['’])|(?<=\d[.:]\d\d[ \t]\p{Lu}{2,3}[ \t])\p{Lu}\p{Ll}))/gmu;
const withArticle = /\b(?:[Tt]he|[Aa]n?|[Oo]ur|[Tt]his|[Nn]ew|[Ee]ach|[Ee]very) (?<acronym>\p{Lu}{2,3})\b/gu;
/** Acronyms that may begin an entry. */
const acronyms = new Set(
  `ACL AI ALB AM AMI API APM APP ARN ASG AWS AZ BGP BST BUG CC CD CDN CE CEO CET CI CLI CM CMS CNI CPU CRD CSI CSP CSS CTO CVE DB DBA DC DDOS DNS DR EBS
EC ECS EDT EFS EKS ELB EOD ES EST ETA EU FAQ FYI GCE GCP GCS GKE GMT GPU HA HPA HR HTTP IAC IAM ID IE IO IP ISP IT JS JVM JWT KB KMS LB LDAP ML NAT NB NLB NO NOC
NFS NTP OK OOM OPA OPS OS PCI PDT PM POC POD PR PSP PST PVC QA QPS RAM RBAC RDS RFC RPC RPS SDK SEV SLA SLI SLO SMS SNS SQL SQS SRE SSH SSL SSO STS TBC TBD TCP TF TLS
TTL TXT UDP UI UK URL US USA UTC UX VM VNC VPA VPC VPN WAF WAL WIP XML XSS`.split(/\s+/u),
);

/**
 * Finds initials of people in a text that records a chat: capitals that begin entries. Capitals after an article are an
 * acronym. A text with few such entries records no chat.
 */
export function findInitials(text: string): string[] {
  const read = text.slice(0, readLength);
  const entries = [...read.matchAll(entry)].map(({ groups }) => groups?.initials ?? '');
  const things = new Set([...read.matchAll(withArticle)].map(({ groups }) => groups?.acronym ?? ''));
  const people = [...new Set(entries)].filter((initials) => !acronyms.has(initials) && !things.has(initials));
  const theirs = entries.filter((initials) => people.includes(initials));
  return people.length < minPeople || theirs.length < minEntries ? [] : people;
}
