import {
  type GuardrailLibraryEntry,
  guardrailEffort,
  guardrailSignal,
  preventsMechanisms,
  preventsShareOfFailures,
} from './entry.ts';
import { guardrailSources } from './guardrail-sources.ts';

export const securityAccessGuardrails: readonly GuardrailLibraryEntry[] = [
  {
    id: 'policy-tests',
    name: 'Access-policy tests',
    promise: 'A policy change that denies a needed permission or grants a forbidden one fails the build.',
    prevents: [
      preventsMechanisms(['permission-missing'], 0.4, 0.7),
      preventsMechanisms(['credentials-exposed'], 0.1, 0.3),
    ],
    knownAs: ['policy test|tests'],
    answers: [
      preventsShareOfFailures(
        ['security_access'],
        ['config_push', 'deployment', 'maintenance', 'dependency_change'],
        0.3,
        0.7,
      ),
      preventsShareOfFailures(['configuration', 'process'], ['config_push', 'deployment'], 0.1, 0.4),
    ],
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
      'For each role, list the actions that it must be able to perform, including rare ones such as restores, and those that it must never perform.',
      'Test both lists on each policy change, with the platform’s simulator or in a test account.',
      'Generate the list of needed actions from a year of access logs.',
      'After an incident, add each action that was wrongly denied or allowed to its list.',
      'Show in the pull request what a change newly allows and denies.',
    ],
    check: 'Remove a rarely used permission on a branch. The test must fail and name the action.',
    figure: 'Number of times that needed access was denied in production, per month.',
    effort: guardrailEffort.medium(2, 6),
    doesNotCatch: ['It does not cover permissions that are granted outside the repository.'],
    sources: [guardrailSources.owasp.authorization, guardrailSources.owasp.authorizationTests],
  },
  {
    id: 'access-change-dry-run',
    name: 'Audit mode for access changes',
    promise: 'A stricter access rule only logs what it would deny, until no needed access is affected.',
    prevents: [preventsMechanisms(['permission-missing'], 0.3, 0.6), preventsMechanisms(['firewall-block'], 0.15, 0.4)],
    knownAs: ['audit mode', 'dry run access|policy'],
    answers: [
      preventsShareOfFailures(['security_access'], ['config_push', 'maintenance', 'deployment'], 0.35, 0.7),
      preventsShareOfFailures(
        ['configuration', 'process', 'infrastructure'],
        ['config_push', 'maintenance'],
        0.15,
        0.4,
      ),
    ],
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
      'Deploy the new rule in audit mode, which logs what it would deny, next to the old rule.',
      'Leave it in audit mode for a full cycle of work: at least over a month end, or for a quarter if there are rare jobs.',
      'Review the log with the owning teams, and extend the rule to allow each needed access.',
      'Enforce the rule for one service first, with the old rule ready for a rollback.',
      'Alert on denied access in the following days.',
    ],
    check:
      'Propose a rule that denies access that was used in the last quarter. The pipeline must reject it without an approved exception.',
    figure: 'Number of times that needed access was denied after a rule change.',
    effort: guardrailEffort.small(1, 3),
    doesNotCatch: ['It does not catch access that is needed less often than once per audit period.'],
    sources: [guardrailSources.owasp.authorization, guardrailSources.amazon.deployments],
  },
  {
    id: 'machine-identities',
    name: 'Service accounts with owning teams',
    promise: 'No production workload runs with a personal account or an account without an owning team.',
    prevents: [
      preventsMechanisms(['intrusion'], 0.15, 0.4),
      preventsMechanisms(['credential-changed', 'permission-missing'], 0.1, 0.3),
    ],
    knownAs: ['service account|accounts owner'],
    answers: [
      preventsShareOfFailures(
        ['security_access'],
        ['time', 'maintenance', 'config_push', 'dependency_change', 'deployment'],
        0.2,
        0.5,
      ),
      preventsShareOfFailures(['process', 'expiry_time'], ['time', 'maintenance', 'config_push'], 0.15, 0.4),
    ],
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
      'Use sign-in logs to list the identities of all jobs, pipelines and services.',
      'Replace personal accounts and shared passwords with one identity for each program.',
      'Give each identity an owning team, only the permissions that it uses, and short-lived credentials.',
      'Warn the owning team before an identity is disabled, and check that it is unused.',
    ],
    check: 'Run a daily check that fails if a pipeline or service signs in with a personal account.',
    figure: 'Number of identities without an owning team.',
    effort: guardrailEffort.medium(3, 8),
    doesNotCatch: ['It does not help when a service account has too few permissions.'],
    sources: [guardrailSources.owasp.secrets, guardrailSources.other.ssdf],
  },
  {
    id: 'secret-scanning',
    name: 'Secret scanning with a revocation procedure',
    promise: 'A secret in a commit, image or log is found within minutes and revoked.',
    prevents: [preventsMechanisms(['credentials-exposed'], 0.45, 0.75), preventsMechanisms(['intrusion'], 0.05, 0.2)],
    knownAs: ['secret scanning enabled'],
    answers: [
      preventsShareOfFailures(
        ['security_access'],
        ['deployment', 'config_push', 'maintenance', 'time', 'traffic', 'dependency_change'],
        0.15,
        0.5,
      ),
      preventsShareOfFailures(['process'], ['config_push', 'deployment'], 0.05, 0.2),
    ],
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
      'Scan each push before it is accepted, and reject content that looks like a secret.',
      'Scan repository histories, images and logs once, then daily.',
      'Write and practise the procedure for a leaked secret: replace it, revoke it and search for its use.',
      'Use short-lived credentials, so that a leaked one is soon worthless.',
    ],
    check: 'Push a marked fake secret to a test repository. The push must be rejected.',
    figure: 'Minutes from a leak until the secret is revoked.',
    effort: guardrailEffort.small(1, 2),
    doesNotCatch: [
      'It does not catch secrets in an unknown format.',
      {
        statement: 'It does not catch vulnerabilities in the software.',
        phrases: ['vulnerability|vulnerable|exploit|exploited'],
      },
    ],
    sources: [guardrailSources.owasp.secrets, guardrailSources.other.ssdf, guardrailSources.sreBook.testing],
  },
];
