import { type GuardrailLibraryEntry, guardrailEffort, guardrailSignal, preventsShareOfFailures } from './entry.ts';
import { guardrailSources } from './guardrail-sources.ts';

export const securityAccessGuardrails: readonly GuardrailLibraryEntry[] = [
  {
    id: 'policy-tests',
    name: 'Tests of who may do what',
    promise: 'A policy is proven by a list of what has to be allowed and what has to be refused, on every change.',
    answers: [
      preventsShareOfFailures(
        ['security_access'],
        ['config_push', 'deployment', 'maintenance', 'dependency_change'],
        0.3,
        0.7,
      ),
      preventsShareOfFailures(['configuration', 'process'], ['config_push', 'deployment'], 0.1, 0.4),
    ],
    breadth: 0.3,
    speaksFor: [
      guardrailSignal.strongWords(
        'iam|rbac|role|policy|permission|grant|scope|privilege missing|removed|narrow|tightened|wide|broad|wrong|changed|denied|lacks|lost|cleanup|least|revoked',
        'access|permission denied',
        'accessdenied|unauthorizedoperation|forbidden',
        'not authorized|authorised|allowed perform|action|role|user|assume',
        'least privilege',
        'exposed|public|open bucket|data|internet|database|endpoint|customer',
        'other|another customer|tenant|user|merchant data|see|saw|visible|account',
      ),
      guardrailSignal.errorNames('http 403', 'EACCES', 'AccessDeniedException', 'ForbiddenError', 'PermissionError'),
      guardrailSignal.paths('iam', 'rbac', 'polic', 'roles'),
    ],
    speaksAgainst: [guardrailSignal.mediumWords('expired|lapsed token|certificate|credential')],
    steps: [
      'Write for each role what it has to be able to do, rare work such as restores included, and what it must never do.',
      'Check both lists on every change of a policy, with the platform’s simulator or against a test account.',
      'Generate the first list from a year of access logs, so that what happens quarterly is on it.',
      'Add the refused or leaked access of each episode to its list.',
      'Show in the pull request what a change would newly allow and newly refuse.',
    ],
    check: 'Take one rarely used right away on a branch: the test has to fail and name the work that needs it.',
    figure: 'Refusals in production that the lists did not foresee, per month.',
    effort: guardrailEffort.medium(2, 6),
    doesNotCatch: ['Rights that are granted past the repository.'],
    sources: [guardrailSources.owasp.authorization, guardrailSources.owasp.authorizationTests],
  },
  {
    id: 'access-change-dry-run',
    name: 'Dry run of access changes',
    promise:
      'A tighter rule first only reports what it would refuse, for as long as the rarest work takes to come round.',
    answers: [
      preventsShareOfFailures(['security_access'], ['config_push', 'maintenance', 'deployment'], 0.35, 0.7),
      preventsShareOfFailures(
        ['configuration', 'process', 'infrastructure'],
        ['config_push', 'maintenance'],
        0.15,
        0.4,
      ),
    ],
    breadth: 0.3,
    speaksFor: [
      guardrailSignal.strongWords(
        'tighten|narrowed|restrict|hardening|lockdown|cleanup|audit|least role|permission|policy|access|rule|iam|network|firewall|egress|rights',
        'revoked|removed|dropped permission|access|role|right|grant',
        'permission|access|role|rights used|needed rarely|monthly|quarterly|once|only|job|restore|still',
        'denied|blocked|refused since|after change|rule|policy|role|tightening|hardening',
        'default deny',
        'firewall|egress|policy|allowlist destination|missing|host|port|blocked|forgotten|endpoint',
      ),
      guardrailSignal.resolution('reverted'),
    ],
    steps: [
      'Put the new rule in force in a mode that only records what it would refuse, beside the old one.',
      'Leave it there for a full cycle of the work: a month-end at least, a quarter for what is rare.',
      'Go through what it recorded with the owners, and widen the rule where the access is right.',
      'Enforce it for one service first, with the old rule one step away.',
      'Alarm on refusals in the days after.',
    ],
    check:
      'Propose a rule that would refuse an access seen in the last quarter: the pipeline has to refuse it without a signed exception.',
    figure: 'Right accesses that were refused after a change of rules, per change.',
    effort: guardrailEffort.small(1, 3),
    doesNotCatch: ['Access that is rarer than the dry run is long.'],
    sources: [guardrailSources.owasp.authorization, guardrailSources.amazon.deployments],
  },
  {
    id: 'machine-identities',
    name: 'Machine identities with an owner',
    promise: 'Nothing in production runs under a person’s account or under one that nobody owns.',
    answers: [
      preventsShareOfFailures(
        ['security_access'],
        ['time', 'maintenance', 'config_push', 'dependency_change', 'deployment'],
        0.2,
        0.5,
      ),
      preventsShareOfFailures(['process', 'expiry_time'], ['time', 'maintenance', 'config_push'], 0.15, 0.4),
    ],
    breadth: 0.15,
    speaksFor: [
      guardrailSignal.strongWords(
        'service account|principal',
        'personal|employee|former|left|leaver|offboarding account|token|key|credential|user|access',
        'account disabled|deactivated|suspended|locked|offboarded',
        'deploy|bot|machine|ci|pipeline key|token|account|user|credential|identity revoked|removed|disabled|expired|missing|lost|denied',
        'shared account|password|credential|key',
      ),
      guardrailSignal.weakWords('sso|saml|oidc', 'login|authentication pipeline|job|bot'),
    ],
    steps: [
      'List the identities that jobs, pipelines and services use, from the logs of what they log in to.',
      'Replace people’s accounts and shared passwords by one identity for each program.',
      'Give each an owning team, the rights it uses and no more, and short-lived credentials from the platform.',
      'Warn the owner before an identity is disabled, and check that its use is nil.',
    ],
    check: 'A daily check fails when a pipeline or a service logs in with a person’s account.',
    figure: 'Identities without an owning team.',
    effort: guardrailEffort.medium(3, 8),
    doesNotCatch: ['A rightly owned identity with too few rights.'],
    sources: [guardrailSources.owasp.secrets, guardrailSources.other.ssdf],
  },
  {
    id: 'secret-scanning',
    name: 'Scanning for leaked secrets',
    promise:
      'A secret that gets into a repository, an image or a log is found within minutes and replaced by a known routine.',
    answers: [
      preventsShareOfFailures(
        ['security_access'],
        ['deployment', 'config_push', 'maintenance', 'time', 'traffic', 'dependency_change'],
        0.15,
        0.5,
      ),
      preventsShareOfFailures(['process'], ['config_push', 'deployment'], 0.05, 0.2),
    ],
    breadth: 0.05,
    speaksFor: [
      guardrailSignal.strongWords(
        'leaked|exposed|committed|compromised|stolen|published|plaintext|pushed|hardcoded secret|key|token|credential|password',
        'secret|credential|key|token|password git|repository|repo|github|log|image|public|history',
        'crypto mining|miner',
        'customer|user|personal data leak|exposed|breach',
      ),
      guardrailSignal.mediumWords('breach|intrusion|compromise|unauthorized access|account|system|server|attacker'),
    ],
    steps: [
      'Scan every push before it is accepted, and refuse what looks like a secret.',
      'Scan histories, images and logs once, and then each day.',
      'Write the routine for a found secret: replace, take away the old one, look for its use. Practise it.',
      'Give programs short-lived credentials, so that a leaked one is worth little.',
    ],
    check: 'Push a marked false secret to a test repository: the push has to be refused.',
    figure: 'Minutes from a leak until the secret does not work any more.',
    effort: guardrailEffort.small(1, 2),
    doesNotCatch: ['Secrets that do not look like one.', 'Holes in the software itself.'],
    sources: [guardrailSources.owasp.secrets, guardrailSources.other.ssdf, guardrailSources.sreBook.testing],
  },
];
