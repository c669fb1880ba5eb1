import { Anchor, Box, Stack, Table, Text, Title } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { OutsideLink } from '../parts/outside-link.tsx';
import { anchorOf } from './anchor-of.ts';

interface Props {
  readonly section: Schemas['ReportSection'];
  readonly sources: Schemas['ReportDocument']['sources'];
}

/** A part of the report as it was worded: each sentence with what it rests on, and how its figure comes about. */
export function ReportSectionView({ section: { id, title, statements, table }, sources }: Props) {
  const known = new Map(sources.map((source) => [source.ref, source]));
  return (
    <Stack component="section" gap="xs" maw={760} aria-labelledby={`section-${id}`}>
      <Title order={2} id={`section-${id}`}>
        {title}
      </Title>
      {statements.map((statement) => (
        <StatementView key={statement.text} statement={statement} sources={known} />
      ))}
      {table && <TableView table={table} name={title} />}
    </Stack>
  );
}

interface StatementProps {
  readonly statement: Schemas['Statement'];
  readonly sources: ReadonlyMap<string, Schemas['ReportSource']>;
}

/** Sources that are named with a sentence; the others are counted. */
const mostRefs = 8;

function StatementView({ statement: { text, refs, method }, sources }: StatementProps) {
  const shown = refs.slice(0, mostRefs).flatMap((ref) => sources.get(ref) ?? []);
  const more = refs.length - shown.length;
  return (
    <div>
      <Text style={{ overflowWrap: 'anywhere' }}>
        {text}
        {shown.length > 0 && (
          <Text span size="xs" c="dimmed">
            {' '}
            {shown.map((source, at) => (
              <span key={source.ref}>
                {at > 0 && ', '}
                <RefLink source={source} />
              </span>
            ))}
            {more > 0 && ` and ${more} more`}
          </Text>
        )}
      </Text>
      {method !== null && (
        <Text component="details" size="sm" c="dimmed">
          <summary>How this comes about</summary>
          {method}
        </Text>
      )}
    </div>
  );
}

/** Within the page to an episode, to the provider for a change. */
function RefLink({ source: { ref, kind, title, url } }: { readonly source: Schemas['ReportSource'] }) {
  if (kind !== 'episode') return <OutsideLink url={url}>{ref}</OutsideLink>;
  return (
    <Anchor href={`#${anchorOf(ref)}`} title={title}>
      {ref}
    </Anchor>
  );
}

interface TableProps {
  readonly table: Schemas['ReportTable'];
  readonly name: string;
}

/** On a phone it is moved within itself, by keys too. */
function TableView({ table: { columns, rows }, name }: TableProps) {
  return (
    <Box role="group" aria-label={`${name}, figures`} tabIndex={0} style={{ overflowX: 'auto' }}>
      <Table miw={480}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column}>{column}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.join('\n')}>
              {row.map((cell, at) => (
                <Table.Td key={columns[at]}>{cell}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Box>
  );
}
