import {
  type GuardrailLibraryEntry,
  guardrailEffort,
  guardrailSignal,
  preventsMechanisms,
  preventsShareOfFailures,
} from './entry.ts';
import { guardrailSources } from './guardrail-sources.ts';

export const expiryGuardrails: readonly GuardrailLibraryEntry[] = [
  {
    id: 'certificate-renewal',
    name: 'Automatic certificate renewal and alerts',
    promise:
      'Every certificate is renewed automatically weeks before it expires, and a served certificate that is about to expire raises an alert.',
    prevents: [preventsMechanisms(['certificate-expired'], 0.6, 0.9)],
    knownAs: ['certificate|cert expiry alert|alerts', 'cert-manager'],
    answers: [
      preventsShareOfFailures(
        ['expiry_time'],
        ['time', 'deployment', 'maintenance', 'config_push', 'dependency_change'],
        0.5,
        0.9,
      ),
      preventsShareOfFailures(
        ['security_access', 'configuration', 'process', 'infrastructure'],
        ['time', 'maintenance', 'config_push'],
        0.2,
        0.6,
      ),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'certificate|cert expire|expiry|lapsed|renew|outdated|valid|past|rotated|ran|date',
        'tls|ssl|x509|handshake expired|expiry|certificate|renewal|cert',
        'notafter',
        'certificate has expired',
        'acme|letsencrypt|encrypt renewal|challenge|failed',
        'intermediate|root|ca|chain expired|certificate|cert',
      ),
      guardrailSignal.mediumWords('handshake fail|failure|error', 'tls|ssl error|failure|failed'),
      guardrailSignal.errorNames('SSLHandshakeException', 'CertificateExpiredException', 'CertificateError'),
      guardrailSignal.paths('certs/', '.pem', '.crt', 'tls', 'cert-manager', 'issuer'),
    ],
    steps: [
      'List all certificates: scan network endpoints, stores and images, including client and internal certificates.',
      'Renew each one automatically after two thirds of its lifetime, and reload the programs that use it.',
      'Connect to each endpoint daily from outside; warn 21 days before expiry, and page 7 days before.',
      'Alert on each failed renewal.',
      'Include intermediate, pinned and client certificates.',
    ],
    check: 'Serve a certificate that expires in five days in a test. The page must arrive within a day.',
    figure: 'Days until the next certificate expires.',
    effort: guardrailEffort.small(1, 3),
    doesNotCatch: [
      'It does not renew partners’ certificates.',
      {
        statement: 'It does not cover API keys and tokens, which expire separately.',
        mechanisms: ['credential-expired'],
      },
    ],
    sources: [guardrailSources.rfc.acme, guardrailSources.other.letsEncrypt],
  },
  {
    id: 'overlapping-secret-rotation',
    name: 'Secret rotation with an overlap',
    promise: 'The old and the new secret are both valid until all users of the secret have switched.',
    prevents: [
      preventsMechanisms(['credential-changed'], 0.5, 0.8),
      preventsMechanisms(['credential-expired'], 0.15, 0.35),
    ],
    knownAs: ['overlapping|dual secret|key|credential'],
    answers: [
      preventsShareOfFailures(['security_access'], ['maintenance', 'time', 'config_push', 'deployment'], 0.35, 0.7),
      preventsShareOfFailures(
        ['expiry_time', 'configuration', 'process'],
        ['maintenance', 'time', 'config_push', 'deployment'],
        0.2,
        0.6,
      ),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'secret|password|credential|key rotate',
        'rotation half|place|consumer|copy|forgotten|missed|others|elsewhere|everywhere|still',
        'old|previous|former secret|password|key|credential',
        'vault|kms secret|rotation|key|lease',
        'signing key rotation|expired|changed|replaced',
        'password|authentication failed|rejected|denied after|since|rotation',
      ),
      guardrailSignal.errorNames('AuthenticationError', 'InvalidSignatureError'),
      guardrailSignal.paths('secret', 'vault', '.sops', 'credentials'),
    ],
    speaksAgainst: [guardrailSignal.mediumWords('certificate|cert expired|tls')],
    steps: [
      'Use the logs of the service that checks each secret to list where the secret is used.',
      'Let this service accept the old and the new secret at the same time.',
      'Write the new secret to one secret store, and make all programs reload it from there without a restart.',
      'Revoke the old secret only when the logs show that it is no longer used.',
      'Rotate automatically on a fixed schedule.',
    ],
    check:
      'Rotate a secret in a test environment under load. No request may fail, and the old secret must be rejected afterwards.',
    figure: 'Failed sign-ins in the hour after each rotation.',
    effort: guardrailEffort.medium(2, 6),
    doesNotCatch: ['It does not cover secrets that a partner changes without notice.'],
    sources: [guardrailSources.owasp.secrets, guardrailSources.other.ssdf],
  },
  {
    id: 'token-refresh-ahead',
    name: 'Early token refresh',
    promise: 'Access tokens are replaced before they expire, and a rejected token is replaced immediately.',
    prevents: [preventsMechanisms(['credential-expired'], 0.35, 0.65)],
    knownAs: ['token refresh'],
    answers: [
      preventsShareOfFailures(['expiry_time'], ['time', 'dependency_change', 'deployment', 'maintenance'], 0.4, 0.8),
      preventsShareOfFailures(
        ['security_access', 'dependency', 'code_defect'],
        ['time', 'dependency_change'],
        0.25,
        0.6,
      ),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'token|session|jwt|lease|grant|oauth|bearer expire|expiry|stale|refresh|renew|invalid|ended|lifetime|outdated|old',
        'refresh token',
        'invalid_token|invalid_grant|tokenexpired|tokenexpirederror|expiredtoken',
        '401 after|since|every|until|token|partner|provider|api|all|unauthorized',
        'api|access key|token|credential expire|ended|lapsed',
      ),
      guardrailSignal.errorNames('TokenExpiredError', 'http 401', 'ExpiredTokenException'),
    ],
    speaksAgainst: [guardrailSignal.mediumWords('certificate|cert|tls expired|handshake')],
    steps: [
      'Store the expiry time with each token, and request a new token when a fifth of its lifetime is left.',
      'When a token is rejected, request a new one and retry once; alert on a second rejection.',
      'Have only one process request tokens, under a lock, so that two requests do not invalidate each other.',
      'Alert when a token is about to expire and no replacement exists.',
      'Add tokens that only a person can renew to the expiry calendar.',
    ],
    check: 'Make a partner emulator revoke a token early. At most one request may fail.',
    figure: 'Requests rejected because of an invalid token, per partner and day.',
    effort: guardrailEffort.small(1, 2),
    doesNotCatch: [
      { statement: 'It does not help when a partner removes a permission.', mechanisms: ['permission-missing'] },
    ],
    sources: [guardrailSources.rfc.oauth, guardrailSources.owasp.secrets],
  },
  {
    id: 'expiry-calendar',
    name: 'Expiry inventory with alerts',
    promise:
      'The owning team is warned weeks before a credential, licence or domain expires or a version loses support.',
    prevents: [
      preventsMechanisms(['credential-expired'], 0.4, 0.7),
      preventsMechanisms(['retired-version'], 0.35, 0.6),
      preventsMechanisms(['certificate-expired'], 0.15, 0.4),
    ],
    knownAs: ['expiry alert|reminder'],
    answers: [
      preventsShareOfFailures(['expiry_time'], ['time', 'dependency_change', 'maintenance'], 0.3, 0.7),
      preventsShareOfFailures(['process', 'security_access', 'dependency', 'capacity'], ['time'], 0.15, 0.45),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'licence|license|domain|subscription|contract|trial|key|plan|support|account|card|payment expire|expiry|lapsed|renew|ended|unpaid',
        'forgotten|missed|nobody|owner|reminder renew|expiry|expired|date',
        'end life|support|sale',
        'deprecated|sunset|retired version|api|endpoint|runtime|image|date|today',
        'expired|lapsed|expiry nobody|owner|calendar|reminder|notice|warning|email|again',
        'hard coded|hardcoded date|expiry|year',
      ),
      guardrailSignal.weakWords('expired|expiry'),
    ],
    steps: [
      'Collect all expiry dates in one list, automatically where an API provides them: credentials, domains, licences, versions and contracts.',
      'Record the owning team, the expiry date and how long a renewal takes.',
      'Warn the team 60, 30 and 7 days before the date, and page on the last day.',
      'Renew automatically where possible, and verify the renewal.',
      'Add an entry for each new item that can expire, and ask for it in reviews.',
    ],
    check: 'Run a daily check that fails if an entry has no owning team or less time left than its renewal takes.',
    figure: 'Number of entries that were renewed less than a week before they expired.',
    effort: guardrailEffort.small(1, 3),
    doesNotCatch: ['It does not cover items that nobody listed.'],
    sources: [guardrailSources.other.endOfLife, guardrailSources.other.letsEncrypt],
  },
];
