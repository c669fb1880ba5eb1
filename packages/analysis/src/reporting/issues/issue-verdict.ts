import type { Effect, PatternReport } from '@refrain/domain';
import { findEpisodeStarts } from '../../metrics/observation/find-episode-starts.ts';
import { escapeMarkdown } from '../document/escape-markdown.ts';
import { listEpisodeEvidence } from './issue-evidence.ts';

const titles: Readonly<Record<Effect['verdict'], string>> = {
  held: '### The fix held',
  came_back: '### The failure came back',
  not_distinguishable: '### Nothing can be told of the fix',
  too_early: '### Too early to tell',
};

export function describeEffectVerdict({ verdict, explanation }: Pick<Effect, 'verdict' | 'explanation'>): string {
  return [titles[verdict], explanation.map((sentence) => escapeMarkdown(sentence, 600)).join(' ')].join('\n\n');
}

/** Lists the episodes that began since a time; empty if there are none. */
export function describeNewEpisodes(
  { members, links }: Pick<PatternReport, 'members' | 'links'>,
  since: string,
): string {
  const starts = findEpisodeStarts(members);
  const recent = members.filter(({ episodeId }) => (starts.get(episodeId) ?? '') >= since);
  return recent.length === 0 ? '' : ['Since then:', ...listEpisodeEvidence({ members: recent, links })].join('\n\n');
}
