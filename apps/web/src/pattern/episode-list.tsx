import { Button, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { count } from '../labels/count.ts';
import { EpisodeCard } from './episode-card.tsx';
import { groupByEpisode } from './group-by-episode.ts';
import { SelectionBar } from './selection-bar.tsx';

interface Props {
  readonly patternId: string;
  readonly members: readonly Schemas['ReportMember'][];
  readonly links: readonly Schemas['ReportLink'][];
  readonly sources: readonly Schemas['ReportSource'][];
  readonly canDecide: boolean;
}

const initialCount = 30;

export function EpisodeList({ patternId, members, links, sources, canDecide }: Props) {
  const episodes = groupByEpisode(members);
  const refOf = new Map(sources.map(({ id, ref }) => [id, ref]));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState(initialCount);
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <Stack gap="sm" component="section" id="episodes">
      <Title order={2}>{count(episodes.length, 'episode')}</Title>
      {episodes.slice(0, shown).map((episode) => (
        <EpisodeCard
          key={episode.episodeId}
          episode={episode}
          links={links}
          name={refOf.get(episode.episodeId) ?? null}
          {...(canDecide ? { isChosen: chosen.has(episode.episodeId), toggle: () => toggle(episode.episodeId) } : {})}
        />
      ))}
      {episodes.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + 100)}>
          Show {Math.min(100, episodes.length - shown)} more of {episodes.length}
        </Button>
      )}
      {chosen.size > 0 && (
        <SelectionBar patternId={patternId} members={members} chosen={chosen} clear={() => setChosen(new Set())} />
      )}
    </Stack>
  );
}
