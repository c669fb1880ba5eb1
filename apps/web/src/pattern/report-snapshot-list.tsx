import { List, Text } from '@mantine/core';
import { refrain } from '../api/refrain.ts';
import { PageLink } from '../components/links.tsx';
import { Section } from '../components/section.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { count } from '../labels/format.ts';
import { selectTellingReports } from './select-telling-reports.ts';

export function ReportSnapshotList({ patternId, shownId }: { readonly patternId: string; readonly shownId: string }) {
  const { data } = refrain.useQuery('get', '/v1/patterns/{id}/reports', {
    params: { path: { id: patternId }, query: { limit: 20 } },
  });
  const items = data?.items ?? [];
  const before = items[items.findIndex(({ id }) => id === shownId) + 1]?.id;
  const params = { path: { id: shownId }, query: { since: before ?? '' } };
  const changes = refrain.useQuery('get', '/v1/reports/{id}/changes', { params }, { enabled: before !== undefined });
  const shown = selectTellingReports(items, shownId);
  if (shown.length < 2) return null;
  return (
    <Section title="Earlier reports" className="not-printed">
      {changes.data !== undefined && changes.data.items.length > 0 && (
        <>
          <Text size="sm">Changes since the previous report:</Text>
          <List size="sm">
            {changes.data.items.map(({ text }) => (
              <List.Item key={text}>{text}</List.Item>
            ))}
          </List>
        </>
      )}
      <List size="sm" listStyleType="none">
        {shown.map(({ id, createdAt, episodes }) => (
          <List.Item key={id}>
            {id === shownId ? (
              <b>
                <Timestamp at={createdAt} />
              </b>
            ) : (
              <PageLink to="/patterns/$patternId" params={{ patternId }} search={{ report: id }} inherit>
                <Timestamp at={createdAt} />
              </PageLink>
            )}{' '}
            · {count(episodes, 'episode')}
          </List.Item>
        ))}
      </List>
    </Section>
  );
}
