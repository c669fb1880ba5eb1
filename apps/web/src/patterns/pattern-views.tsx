import { CloseButton, Group } from '@mantine/core';
import { LinkTabs, RouterLinkTab } from '../components/link-tabs.tsx';
import type { PatternSearchParameters } from '../list/search-parameters.ts';
import { SaveViewButton } from './save-view-button.tsx';
import { isSameSearch, type PatternView, useSavedViews } from './saved-views.ts';

const builtIn: readonly PatternView[] = [
  { name: 'All', search: {} },
  { name: 'To review', search: { judgement: 'none' } },
  { name: 'New', search: { recurrence: 'new', sort: 'firstAt' } },
  { name: 'Rising', search: { direction: 'rising' } },
  { name: 'Returned', search: { recurrence: 'returned' } },
  { name: 'Without an improvement', search: { improvement: 'none' } },
];

/** Tabs for the built-in views and for those that the user saved. */
export function PatternViews({ search }: { readonly search: PatternSearchParameters }) {
  const saved = useSavedViews();
  const isView = [...builtIn, ...saved.views].some((view) => isSameSearch(view.search, search));
  return (
    <LinkTabs label="Views">
      {builtIn.map((view) => (
        <ViewTab key={view.name} view={view} search={search} />
      ))}
      {saved.views.map((view) => (
        <Group key={view.name} gap={0} wrap="nowrap">
          <ViewTab view={view} search={search} />
          <CloseButton
            size="sm"
            aria-label={`Delete the view “${view.name}”`}
            onClick={() => saved.remove(view.name)}
          />
        </Group>
      ))}
      {!isView && <SaveViewButton save={(name) => saved.save({ name, search })} />}
    </LinkTabs>
  );
}

interface ViewTabProps {
  readonly view: PatternView;
  readonly search: PatternSearchParameters;
}

function ViewTab({ view, search }: ViewTabProps) {
  return (
    <RouterLinkTab to="/patterns" search={view.search} isShown={isSameSearch(view.search, search)}>
      {view.name}
    </RouterLinkTab>
  );
}
