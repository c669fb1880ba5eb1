import type { Guardrail } from '@refrain/domain';
import {
  createGuardrailAnswer,
  errorNameSignal,
  mediumEffort,
  mediumWordSignal,
  pathSignal,
  smallEffort,
  strongWordSignal,
  weakWordSignal,
} from './entry.ts';
import { otherGuardrailSources, owasp, rfc } from './sources.ts';

export const expiryGuardrails: readonly Guardrail[] = [
  {
    id: 'certificate-renewal',
    name: 'Certificates that renew themselves, watched from outside',
    promise:
      'Every certificate is renewed by a machine well before its end, and an alarm looks at what is really served.',
    answers: [
      createGuardrailAnswer(
        ['expiry_time'],
        ['time', 'deployment', 'maintenance', 'config_push', 'dependency_change'],
        0.5,
        0.9,
      ),
      createGuardrailAnswer(
        ['security_access', 'configuration', 'process', 'infrastructure'],
        ['time', 'maintenance', 'config_push'],
        0.2,
        0.6,
      ),
    ],
    breadth: 0.2,
    speaksFor: [
      strongWordSignal(
        'certificate|cert expire|expiry|lapsed|renew|outdated|valid|past|rotated|ran|date',
        'tls|ssl|x509|handshake expired|expiry|certificate|renewal|cert',
        'notafter',
        'certificate has expired',
        'acme|letsencrypt|encrypt renewal|challenge|failed',
        'intermediate|root|ca|chain expired|certificate|cert',
      ),
      mediumWordSignal('handshake fail|failure|error', 'tls|ssl error|failure|failed'),
      errorNameSignal('SSLHandshakeException', 'CertificateExpiredException', 'CertificateError'),
      pathSignal('certs/', '.pem', '.crt', 'tls', 'cert-manager', 'issuer'),
    ],
    speaksAgainst: [],
    steps: [
      'Find every certificate: scan what answers on the network and look into stores and images, clients and inner services included.',
      'Put each under a renewal that runs by itself at two thirds of its life, and reloads what uses it.',
      'Check each from outside every day, by opening a connection: warn at 21 days, page at 7.',
      'Alarm on a failed renewal by itself, weeks before the end.',
      'Watch intermediates, pinned copies and client certificates too.',
    ],
    proof: {
      check: 'Serve a certificate with five days left in a test: the page has to come within a day.',
      figure: 'Days left on the certificate that ends first.',
    },
    effort: smallEffort(1, 3),
    doesNotCatch: [
      'Certificates of partners, unless they are checked too.',
      'Keys and tokens, which have their own ends.',
    ],
    sources: [rfc.acme, otherGuardrailSources.letsEncrypt],
  },
  {
    id: 'overlapping-secret-rotation',
    name: 'Rotation of secrets with an overlap',
    promise: 'The old and the new secret both work until everything has moved, and a machine knows when that is.',
    answers: [
      createGuardrailAnswer(['security_access'], ['maintenance', 'time', 'config_push', 'deployment'], 0.35, 0.7),
      createGuardrailAnswer(
        ['expiry_time', 'configuration', 'process'],
        ['maintenance', 'time', 'config_push', 'deployment'],
        0.2,
        0.6,
      ),
    ],
    breadth: 0.1,
    speaksFor: [
      strongWordSignal(
        'secret|password|credential|key rotate',
        'rotation half|place|consumer|copy|forgotten|missed|others|elsewhere|everywhere|still',
        'old|previous|former secret|password|key|credential',
        'vault|kms secret|rotation|key|lease',
        'signing key rotation|expired|changed|replaced',
        'password|authentication failed|rejected|denied after|since|rotation',
      ),
      errorNameSignal('AuthenticationError', 'InvalidSignatureError'),
      pathSignal('secret', 'vault', '.sops', 'credentials'),
    ],
    speaksAgainst: [mediumWordSignal('certificate|cert expired|tls')],
    steps: [
      'List for each secret where it is used, from the logs of the side that checks it rather than from memory.',
      'Let that side accept two at once: the old and the new.',
      'Write the new one to one store, and let everything read it from there and reload without a restart.',
      'Watch the use of the old one fall to nothing, and only then take it away.',
      'Rotate on a schedule, by machine, often enough that it is ordinary.',
    ],
    proof: {
      check:
        'Rotate a secret in a test environment under load: no request may be refused, and the old one has to stop working afterwards.',
      figure: 'Refused logins in the hour after each rotation.',
    },
    effort: mediumEffort(2, 6),
    doesNotCatch: ['Secrets that a partner issues and ends without notice.'],
    sources: [owasp.secrets, otherGuardrailSources.ssdf],
  },
  {
    id: 'token-refresh-ahead',
    name: 'Access tokens are refreshed ahead of their end',
    promise: 'A token that others issue is replaced before it ends, and a refused one is replaced at once.',
    answers: [
      createGuardrailAnswer(['expiry_time'], ['time', 'dependency_change', 'deployment', 'maintenance'], 0.4, 0.8),
      createGuardrailAnswer(['security_access', 'dependency', 'code_defect'], ['time', 'dependency_change'], 0.25, 0.6),
    ],
    breadth: 0.15,
    speaksFor: [
      strongWordSignal(
        'token|session|jwt|lease|grant|oauth|bearer expire|expiry|stale|refresh|renew|invalid|ended|lifetime|outdated|old',
        'refresh token',
        'invalid_token|invalid_grant|tokenexpired|tokenexpirederror|expiredtoken',
        '401 after|since|every|until|token|partner|provider|api|all|unauthorized',
        'api|access key|token|credential expire|ended|lapsed',
      ),
      errorNameSignal('TokenExpiredError', 'http 401', 'ExpiredTokenException'),
    ],
    speaksAgainst: [mediumWordSignal('certificate|cert|tls expired|handshake')],
    steps: [
      'Keep the end of each token beside it, and fetch a new one when a fifth of its life is left.',
      'On a refusal, fetch a new one once and try again; on a second refusal, alarm.',
      'Let one process fetch for all, with a lock, so that a new token does not end the one just given to another.',
      'Alarm when a token has less than an hour or a day left, by its kind, and nothing has replaced it.',
      'Keep dates of what only people can renew in the calendar of ends.',
    ],
    proof: {
      check: 'Let the partner’s stand-in end a token early in a test: at most one request may fail.',
      figure: 'Refusals for want of a valid token, for each partner, per day.',
    },
    effort: smallEffort(1, 2),
    doesNotCatch: ['Rights that a partner takes away.'],
    sources: [rfc.oauth, owasp.secrets],
  },
  {
    id: 'expiry-calendar',
    name: 'A calendar of everything that ends',
    promise: 'Licences, domains, contracts, keys and versions warn their owner long before their last day.',
    answers: [
      createGuardrailAnswer(['expiry_time'], ['time', 'dependency_change', 'maintenance'], 0.3, 0.7),
      createGuardrailAnswer(['process', 'security_access', 'dependency', 'capacity'], ['time'], 0.15, 0.45),
    ],
    breadth: 0.25,
    speaksFor: [
      strongWordSignal(
        'licence|license|domain|subscription|contract|trial|key|plan|support|account|card|payment expire|expiry|lapsed|renew|ended|unpaid',
        'forgotten|missed|nobody|owner|reminder renew|expiry|expired|date',
        'end life|support|sale',
        'deprecated|sunset|retired version|api|endpoint|runtime|image|date|today',
        'expired|lapsed|expiry nobody|owner|calendar|reminder|notice|warning|email|again',
        'hard coded|hardcoded date|expiry|year',
      ),
      weakWordSignal('expired|expiry'),
    ],
    speaksAgainst: [],
    steps: [
      'Collect what ends into one list, by machine where an interface tells it: certificates, keys, domains, licences, versions, test accounts.',
      'Give each an owner that is a team, the last day, and how long renewing takes.',
      'Warn at 60, 30 and 7 days in the place where the team works, and page on the last.',
      'Pay and renew by itself where that is possible, and check that it happened.',
      'Add an entry with each new thing that has an end; let the review ask for it.',
    ],
    proof: {
      check: 'A daily check fails when an entry has no owner or has fewer days left than renewing takes.',
      figure: 'Entries that were renewed in their last week.',
    },
    effort: smallEffort(1, 3),
    doesNotCatch: ['What nobody put on the list, and ends that come without a date.'],
    sources: [otherGuardrailSources.endOfLife, otherGuardrailSources.letsEncrypt],
  },
];
