import type { Mechanism } from '../mechanism.ts';

export const expiryMechanisms: readonly Mechanism[] = [
  {
    id: 'certificate-expired',
    name: 'Certificate expired',
    clause: 'the certificate of … expires',
    cause: 'expiry_time',
    trigger: 'time',
    phrases: [
      'certificate|certificates|cert|certs|tls|ssl|x509|ca expired|expiry|expires|expiring|lapsed|expiration',
      'certificate|certificates|cert|certs not|failed|automatically|manually renewed|renew|renewal|rotate|rotated',
      'cert_has_expired',
    ],
  },
  {
    id: 'credential-expired',
    name: 'Credential or licence expired',
    clause: 'a credential of … expires',
    cause: 'expiry_time',
    trigger: 'time',
    phrases: [
      'token|tokens|secret|secrets|credential|credentials|password|passwords|key|keys|pat|licence|license|subscription|session expired|expiry|expires|expiring|lapsed|expiration',
      'domain|registration expired|expiry|lapsed|renewed',
      'expiredtoken|token_expired',
    ],
  },
  {
    id: 'clock-or-calendar',
    name: 'Clock or calendar fault',
    clause: '… fails at a date or time',
    cause: 'expiry_time',
    trigger: 'time',
    phrases: [
      'leap second|year|day',
      'daylight saving|savings',
      'summer|winter time change|switch|changeover',
      'clock|clocks skew|skewed|drift|drifted|sync|wrong',
      'ntp failed|drift|server|wrong',
      'year|month|quarter end rollover|change|close',
    ],
  },
  {
    id: 'scheduled-work-collided',
    name: 'Scheduled job ran at a bad time',
    clause: 'a scheduled job disturbs …',
    cause: 'process',
    trigger: 'time',
    phrases: [
      'cron|cronjob|scheduled|nightly|periodic job|jobs|task|run collided|overlap|overlapped|overlapping|twice|concurrently|simultaneously|stuck',
      'cron|cronjob|scheduled|nightly job|task|backup did|not|never|failed run|start|ran',
    ],
  },
  {
    id: 'retired-version',
    name: 'Retired version or interface',
    clause: '… relies on something that was retired',
    cause: 'dependency',
    trigger: 'dependency_change',
    phrases: [
      'deprecated|deprecation|retired|retirement|sunset|discontinued|decommissioned api|version|support|endpoint|image|chart|repository|runner',
      'end life|support',
      'no longer supported|maintained|available|exists',
      'dropped|removed support',
    ],
  },
];
