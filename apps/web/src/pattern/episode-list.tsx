import { Stack, Title } from '@mantine/core';
import type { ReportLink, ReportMember, ReportSource } from '@refrain/domain';
import { count } from '../words.ts';
import { EpisodeCard } from './episode-card.tsx';
import { groupByEpisode } from './group-by-episode.ts';

interface Props {
  readonly members: readonly ReportMember[];
  readonly links: readonly ReportLink[];
  readonly sources: readonly ReportSource[];
}

export function EpisodeList({ members, links, sources }: Props) {
  const episodes = groupByEpisode(members);
  const refOf = new Map(sources.map(({ id, ref }) => [id, ref]));
  return (
    <Stack gap="sm" component="section">
      <Title order={2}>{count(episodes.length, 'episode')}</Title>
      {episodes.map((episode) => (
        <EpisodeCard
          key={episode.episodeId}
          episode={episode}
          links={links}
          name={refOf.get(episode.episodeId) ?? null}
        />
      ))}
    </Stack>
  );
}
