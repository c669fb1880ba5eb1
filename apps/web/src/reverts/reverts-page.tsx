import { refrain } from '../api/refrain.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { Page } from '../components/page.tsx';
import { QueryState } from '../components/query-state.tsx';
import { RevertTemplateTable } from './revert-template-table.tsx';

/** Lets the user decide on all reverts with similar titles in one step. */
export function RevertsPage() {
  const templates = refrain.useQuery('get', '/v1/revert-templates', {}, { refetchInterval: 15_000 });
  return (
    <Page
      title="Reverts"
      lead="Changes that are reverted again and again may be routine: maintenance, toggles, trials. Decide once for all reverts of a kind, also those that come later."
    >
      <QueryState query={templates} what="the kinds of reverts">
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="No kind of change was reverted five times or more">
              Reverts of one repository are of one kind where their titles differ in single words. They are counted with
              each clustering.
            </EmptyState>
          ) : (
            <RevertTemplateTable templates={items} />
          )
        }
      </QueryState>
    </Page>
  );
}
