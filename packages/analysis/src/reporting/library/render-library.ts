import type { Cause, FailureLibraryEntry, FailureLibraryFile } from '@refrain/domain';
import { createServiceLocationLookup } from '../../catalogue/service-location-lookup.ts';
import { compareStrings } from '../../collections/compare-strings.ts';
import { groupBy } from '../../collections/group-by.ts';
import { formatCount, formatDay, formatEnumValue, formatList } from '../../text/format.ts';
import { escapeMarkdown, formatAutolink } from '../document/escape-markdown.ts';

/** Maximum number of scenarios under "Read these first" */
const maxFirst = 10;
const maxNameLength = 60;

const causeTitles: Readonly<Record<Cause, string>> = {
  code_defect: 'Code defects',
  configuration: 'Configuration',
  capacity: 'Capacity',
  dependency: 'Dependencies',
  infrastructure: 'Infrastructure',
  data: 'Data',
  expiry_time: 'Expiry and dates',
  security_access: 'Security and access',
  process: 'Process',
  unknown: 'Unknown cause',
};

/** Renders an index and one file per pattern. Yields file by file, because rendering thousands takes seconds. */
export function* renderLibrary(
  entries: readonly FailureLibraryEntry[],
  asOf: string,
): Generator<FailureLibraryFile, void> {
  const sorted = [...entries].sort(
    (a, b) => b.pattern.harm - a.pattern.harm || compareStrings(a.pattern.id, b.pattern.id),
  );
  const pages = sorted.map((entry) => ({ entry, path: `scenarios/${slugOf(entry)}.md` }));
  yield { path: 'README.md', content: renderIndex(pages, asOf) };
  for (const { entry, path } of pages) yield { path, content: renderScenario(entry) };
}

interface Page {
  readonly entry: FailureLibraryEntry;
  readonly path: string;
}

function renderIndex(pages: readonly Page[], asOf: string): string {
  const active = pages.filter(({ entry }) => entry.recurrence !== 'quiet');
  const byCause = [...groupBy(pages, ({ entry }) => [entry.pattern.cause])].sort(
    ([a, x], [b, y]) =>
      Number(a === 'unknown') - Number(b === 'unknown') || y.length - x.length || compareStrings(a, b),
  );
  const byService = [...groupBy(pages, ({ entry }) => entry.pattern.services)].sort(([a], [b]) => compareStrings(a, b));
  return `${[
    '# Recurring failures',
    `${formatCount(pages.length, 'scenario')} up to ${formatDay(asOf)}. Each page describes what fails, the root cause, the trigger, the resolution and the recommended fix for one pattern.`,
    ...(pages.length === 0
      ? ['There are no scenarios yet. A scenario needs a stated root cause or resolution, or a fix that held.']
      : [
          '## Read these first',
          'These patterns do the most harm and are still active.',
          listPages(active.slice(0, maxFirst)),
          '## By cause',
          ...byCause.flatMap(([cause, own]) => [`### ${causeTitles[cause as Cause]}`, listPages(own)]),
          ...(byService.length === 0 ? [] : ['## By service']),
          ...byService.flatMap(([service, own]) => [`### ${escapeMarkdown(service, 100)}`, listPages(own)]),
        ]),
  ].join('\n\n')}\n`;
}

function listPages(pages: readonly Page[]): string {
  if (pages.length === 0) return 'None.';
  return pages
    .map(({ entry: { pattern, recurrence }, path }) => {
      const status = recurrence === null || recurrence === 'recurring' ? '' : `, ${formatEnumValue(recurrence)}`;
      return `- [${escapeMarkdown(pattern.name, 120)}](${path}) (${formatCount(pattern.episodes, 'episode')}, last ${formatDay(pattern.lastAt)}${status})`;
    })
    .join('\n');
}

function slugOf({ pattern: { id, name } }: FailureLibraryEntry): string {
  const words = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '')
    .slice(0, maxNameLength)
    .replace(/-$/u, '');
  const unique = id
    .toLowerCase()
    .replace(/[^a-z0-9]/gu, '')
    .slice(0, 12);
  return words === '' ? unique : `${words}-${unique}`;
}

/** Renders the Markdown page of one pattern. Omits unknown parts of the scenario. */
function renderScenario({ pattern, guardrail, fix, failedFixes, episodes, recurrence }: FailureLibraryEntry): string {
  const { mechanism = null, cause = null, trigger = null, symptom = null, resolution = null } = pattern.scenario ?? {};
  const stated = [mechanism, cause].filter((sentence) => sentence !== null);
  const section = (title: string, text: string | null) =>
    text === null ? [] : [`## ${title}`, escapeMarkdown(text, 2_000)];
  const places = listScopeNames(pattern).map((name) => escapeMarkdown(name, 100));
  return `${[
    `# ${escapeMarkdown(pattern.name, 200)}`,
    `${formatCount(pattern.episodes, 'episode')} from ${formatDay(pattern.firstAt)} to ${formatDay(pattern.lastAt)}${recurrence === null ? '' : ` (${formatEnumValue(recurrence)})`}${places.length === 0 ? '' : `, in ${places.join(', ')}`}.`,
    ...section('What fails', symptom),
    ...section('Root cause', stated.length === 0 ? null : stated.join(' ')),
    ...section('Trigger', trigger),
    ...section('Resolved by', resolution),
    ...(guardrail === null
      ? []
      : [fix?.state === 'verified' ? '## Fix that held' : '## Recommended fix', ...renderGuardrail(guardrail)]),
    ...(fix?.state === 'verified' && fix.effect !== null ? [`**Effect:** ${fix.effect}.`] : []),
    ...section('Fixes that did not hold', failedFixes.length === 0 ? null : `${formatList(failedFixes)}.`),
    '## Episodes',
    episodes.map(renderEpisode).join('\n'),
  ].join('\n\n')}\n`;
}

function listScopeNames({ services, repositories }: FailureLibraryEntry['pattern']): string[] {
  const { locationsOf } = createServiceLocationLookup({ services, repositories, catalogue: [] });
  const own = new Set(services.flatMap((service) => locationsOf(service).map(({ repository }) => repository)));
  return [...services, ...repositories.filter((repository) => !own.has(repository))];
}

function renderGuardrail(guardrail: NonNullable<FailureLibraryEntry['guardrail']>): string[] {
  const { name, promise, steps, proof, sources } = guardrail;
  return [
    `**${escapeMarkdown(name)}**: ${escapeMarkdown(promise)}`,
    steps.map((step) => `- [ ] ${escapeMarkdown(step)}`).join('\n'),
    `**Check:** ${escapeMarkdown(proof.check)}`,
    `**Further reading:** ${sources.map(({ title, url }) => `${escapeMarkdown(title)} ${formatAutolink(url) ?? ''}`).join('; ')}`,
  ];
}

function renderEpisode({ at, title, url }: FailureLibraryEntry['episodes'][number]): string {
  const link = formatAutolink(url);
  return `- ${at === null ? '' : `${formatDay(at)}: `}${escapeMarkdown(title, 200)}${link === null ? '' : ` ${link}`}`;
}
