import { Button, Stack, Table, Title, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { ScrollBox } from '../components/scroll-box.tsx';
import { capitalise, count } from '../labels/format.ts';
import { EpisodeRow, wideColumns } from './episode-row.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useMovedEpisodes } from './use-moved-episodes.ts';

interface Props {
  readonly patternId: string;
  readonly patternName: string;
  readonly reportId: string;
  readonly report: Pick<Schemas['PatternReport'], 'members' | 'links' | 'document'>;
  readonly canDecide: boolean;
  /** Whether the episodes are about to change, so that their number is not shown. */
  readonly isUpdating: boolean;
}

const initialCount = 10;

/** Lists the episodes, newest first. A row opens to the evidence of its episode. */
export function EpisodeTable({
  patternId,
  patternName,
  reportId,
  report: { members, links, document },
  canDecide,
  isUpdating,
}: Props) {
  const { columns = [], rows: allRows = [] } = document?.sections.find(({ id }) => id === 'episodes')?.table ?? {};
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState(initialCount);
  const sources = document?.sources ?? [];
  const episodeOf = new Map(sources.map(({ ref, id }) => [ref, id]));
  const moved = useMovedEpisodes(patternId, reportId, canDecide);
  const idOf = ([ref]: (typeof allRows)[number]) => episodeOf.get(typeof ref === 'string' ? ref : '') ?? '';
  const rows = allRows.filter((row) => !moved.isMoved(idOf(row)));
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <Stack gap="xs" component="section" id="episodes">
      <Title order={2}>
        {isUpdating || rows.length < allRows.length ? 'Episodes: updating…' : count(rows.length, 'episode')}
      </Title>
      <ScrollBox label="Episodes">
        <Table highlightOnHover verticalSpacing={6} horizontalSpacing="xs" fz="sm">
          <Table.Thead>
            <Table.Tr>
              {canDecide && (
                <Table.Th w={36} className="not-printed">
                  <VisuallyHidden>Selection</VisuallyHidden>
                </Table.Th>
              )}
              <Table.Th w={36} className="not-printed">
                <VisuallyHidden>Evidence</VisuallyHidden>
              </Table.Th>
              {columns.map((column) => (
                <Table.Th key={column} {...(wideColumns.has(column) && { visibleFrom: 'sm' as const })}>
                  {column === 'episode' ? '#' : capitalise(column)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.slice(0, shown).map((row) => {
              const id = idOf(row);
              const failures = members.filter(({ episodeId }) => episodeId === id);
              return (
                <EpisodeRow
                  key={id}
                  columns={columns}
                  row={row}
                  sources={sources}
                  failures={failures}
                  links={links}
                  {...(canDecide && { isChosen: chosen.has(id), toggle: () => toggle(id) })}
                />
              );
            })}
          </Table.Tbody>
        </Table>
      </ScrollBox>
      {rows.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + 100)} className="not-printed">
          Show {Math.min(100, rows.length - shown)} more
        </Button>
      )}
      {chosen.size > 0 && (
        <SelectionBar
          patternId={patternId}
          patternName={patternName}
          members={members}
          chosen={chosen}
          addMove={moved.addMove}
          clear={() => setChosen(new Set())}
        />
      )}
    </Stack>
  );
}
