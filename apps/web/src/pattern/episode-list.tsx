import { Stack, Title } from '@mantine/core';
import type { ReportLink, ReportMember } from '@refrain/domain';
import { count } from '../words.ts';
import { EpisodeCard } from './episode-card.tsx';
import { groupByEpisode } from './group-by-episode.ts';

interface Props {
  readonly members: readonly ReportMember[];
  readonly links: readonly ReportLink[];
}

export function EpisodeList({ members, links }: Props) {
  const episodes = groupByEpisode(members);
  return (
    <Stack gap="sm" component="section">
      <Title order={2}>{count(episodes.length, 'episode')}</Title>
      {episodes.map((episode) => (
        <EpisodeCard key={episode.episodeId} episode={episode} links={links} />
      ))}
    </Stack>
  );
}
