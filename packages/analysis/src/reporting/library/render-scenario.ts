import type { LibraryEntry } from '@refrain/domain';
import { createServiceLocationLookup } from '../../catalogue/service-location-lookup.ts';
import { formatCount, formatDay, formatEnumValue } from '../../text/format.ts';
import { escapeMarkdown, formatAutolink } from '../document/escape-markdown.ts';

/** Renders the Markdown page of one pattern. Omits unknown parts of the scenario. */
export function renderScenario({ pattern, guardrail, episodes, recurrence }: LibraryEntry): string {
  const { trigger = null, cause = null, symptom = null, resolution = null } = pattern.scenario ?? {};
  const section = (title: string, text: string | null) =>
    text === null ? [] : [`## ${title}`, escapeMarkdown(text, 2_000)];
  const places = listScopeNames(pattern).map((name) => escapeMarkdown(name, 100));
  return `${[
    `# ${escapeMarkdown(pattern.name, 200)}`,
    `${formatCount(pattern.episodes, 'episode')} from ${formatDay(pattern.firstAt)} to ${formatDay(pattern.lastAt)}${recurrence === null ? '' : ` (${formatEnumValue(recurrence)})`}${places.length === 0 ? '' : `, in ${places.join(', ')}`}.`,
    ...section('Trigger', trigger && `It happens when ${trigger}.`),
    ...section('Root cause', cause && `The system lets ${cause}.`),
    ...section('Symptoms', symptom),
    ...section('Resolution', resolution),
    '## Guardrail',
    ...renderGuardrail(guardrail),
    '## Episodes',
    episodes.map(renderEpisode).join('\n'),
  ].join('\n\n')}\n`;
}

function listScopeNames({ services, repositories }: LibraryEntry['pattern']): string[] {
  const { locationsOf } = createServiceLocationLookup({ services, repositories, catalogue: [] });
  const own = new Set(services.flatMap((service) => locationsOf(service).map(({ repository }) => repository)));
  return [...services, ...repositories.filter((repository) => !own.has(repository))];
}

function renderGuardrail(guardrail: LibraryEntry['guardrail']): string[] {
  if (guardrail === null) return ['None is recommended yet: what is known does not decide between them.'];
  const { name, promise, steps, proof, sources } = guardrail;
  return [
    `**${escapeMarkdown(name)}**: ${escapeMarkdown(promise)}`,
    steps.map((step) => `- [ ] ${escapeMarkdown(step)}`).join('\n'),
    `How to know that it works: ${escapeMarkdown(proof.check)}`,
    `Read on: ${sources.map(({ title, url }) => `${escapeMarkdown(title)} ${formatAutolink(url) ?? ''}`).join('; ')}`,
  ];
}

function renderEpisode({ at, title, url }: LibraryEntry['episodes'][number]): string {
  const link = formatAutolink(url);
  return `- ${at === null ? '' : `${formatDay(at)}: `}${escapeMarkdown(title, 200)}${link === null ? '' : ` ${link}`}`;
}
