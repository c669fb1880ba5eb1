/** Maps abbreviations with a single meaning to zones that Luxon accepts. `IST` and `CST` have several meanings. */
const abbreviations: Readonly<Record<string, string>> = {
  UTC: 'UTC',
  GMT: 'UTC',
  Z: 'UTC',
  WET: 'UTC',
  WEST: 'UTC+1',
  BST: 'UTC+1',
  CET: 'UTC+1',
  CEST: 'UTC+2',
  EET: 'UTC+2',
  EEST: 'UTC+3',
  MSK: 'UTC+3',
  JST: 'UTC+9',
  AEST: 'UTC+10',
  AEDT: 'UTC+11',
  NZST: 'UTC+12',
  NZDT: 'UTC+13',
  EST: 'UTC-5',
  EDT: 'UTC-4',
  CDT: 'UTC-5',
  MST: 'UTC-7',
  MDT: 'UTC-6',
  PST: 'UTC-8',
  PDT: 'UTC-7',
};
/** Maps zone names of Ruby on Rails, which PagerDuty uses, to zones that Luxon accepts. Cities are in `zonesByCity`. */
const regions: readonly (readonly [RegExp, string])[] = [
  [/^pacific time\b/iu, 'America/Los_Angeles'],
  [/^mountain time\b/iu, 'America/Denver'],
  [/^central time\b/iu, 'America/Chicago'],
  [/^eastern time\b/iu, 'America/New_York'],
  [/^atlantic time\b/iu, 'America/Halifax'],
];

const zonesByCity = new Map(
  Intl.supportedValuesOf('timeZone').map((zone) => [
    (zone.split('/').at(-1) ?? '').replaceAll('_', ' ').toLowerCase(),
    zone,
  ]),
);

/** Converts an abbreviation, IANA name or Rails name to a zone that Luxon accepts; null if unknown or ambiguous. */
export function parseTimeZone(name: string): string | null {
  const text = name.trim().replace(/[.*_]{1,5}$/u, '');
  const short = abbreviations[text.toUpperCase()];
  if (short !== undefined) return short;
  const region = regions.find(([expression]) => expression.test(text));
  if (region !== undefined) return region[1];
  const candidates = [text, ...text.split(',')].map((candidate) => candidate.trim().toLowerCase());
  for (const candidate of candidates) {
    const zone = zonesByCity.get(candidate.split('/').at(-1)?.replaceAll('_', ' ') ?? '');
    if (zone !== undefined) return zone;
  }
  return null;
}
