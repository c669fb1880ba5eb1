import { Stack, Title } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { count } from '../words/count.ts';
import { EpisodeCard } from './episode-card.tsx';
import { groupByEpisode } from './group-by-episode.ts';

interface Props {
  readonly members: readonly Schemas['ReportMember'][];
  readonly links: readonly Schemas['ReportLink'][];
  readonly sources: readonly Schemas['ReportSource'][];
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
