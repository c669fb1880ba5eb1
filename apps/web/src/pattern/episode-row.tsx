import { ActionIcon, Checkbox, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ChevronDownIcon, ChevronRightIcon } from '@primer/octicons-react';
import type { Schemas } from '../api/refrain.ts';
import { ExternalLink } from '../components/links.tsx';
import { readCellText } from '../report/read-cell-text.ts';
import { EpisodeDetails } from './episode-details.tsx';

/** Columns that narrow screens leave out; the details of an episode show the same facts. */
export const wideColumns: ReadonlySet<string> = new Set([
  'episode',
  'service',
  'duration',
  'severity',
  'cause',
  'resolution',
]);

interface Props {
  readonly columns: readonly string[];
  readonly row: readonly Schemas['ReportCell'][];
  readonly sources: readonly Schemas['ReportSource'][];
  readonly failures: readonly Schemas['ReportMember'][];
  readonly links: readonly Schemas['ReportLink'][];
  readonly isChosen?: boolean;
  /** Selects the episode; undefined for users who cannot decide. */
  toggle?(): void;
}

/** Shows an episode in one row, and its evidence in a second row when it is opened. */
export function EpisodeRow({ columns, row, sources, failures, links, isChosen = false, toggle }: Props) {
  const [isOpen, details] = useDisclosure(false);
  const urlOf = new Map(sources.map(({ ref, url }) => [ref, url]));
  const [ref, day] = row.map(readCellText);
  const name = `${ref}, ${day}`;
  return (
    <>
      <Table.Tr id={`episode-${ref}`}>
        {toggle && (
          <Table.Td className="not-printed">
            <Checkbox size="xs" checked={isChosen} onChange={toggle} aria-label={`Select ${name}`} />
          </Table.Td>
        )}
        <Table.Td className="not-printed">
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-expanded={isOpen}
            aria-label={`Evidence of ${name}`}
            onClick={details.toggle}
          >
            {isOpen ? <ChevronDownIcon size={16} /> : <ChevronRightIcon size={16} />}
          </ActionIcon>
        </Table.Td>
        {row.map((cell, at) => {
          const column = columns[at] ?? '';
          return (
            <Table.Td key={column} {...(wideColumns.has(column) && { visibleFrom: 'sm' as const })}>
              <Text
                size="sm"
                lineClamp={isShort(column) ? 1 : 2}
                title={readCellText(cell)}
                style={isShort(column) ? { whiteSpace: 'nowrap' } : { overflowWrap: wrapOf(column) }}
              >
                {typeof cell === 'string' ? (
                  cell
                ) : (
                  <ExternalLink url={urlOf.get(cell.ref) ?? null} underline="hover">
                    {cell.text}
                  </ExternalLink>
                )}
              </Text>
            </Table.Td>
          );
        })}
      </Table.Tr>
      {isOpen && (
        <Table.Tr>
          <Table.Td colSpan={columns.length + (toggle ? 2 : 1)}>
            <EpisodeDetails failures={failures} links={links} />
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}

/** Titles may contain long identifiers. Other columns never break words, so that they keep the width of the longest one. */
function wrapOf(column: string): 'anywhere' | 'break-word' {
  return column === 'title' ? 'anywhere' : 'break-word';
}

function isShort(column: string): boolean {
  return column === 'date' || column === 'duration' || column === 'episode';
}
