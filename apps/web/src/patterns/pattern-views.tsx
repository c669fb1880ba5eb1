import { CloseButton, Group } from '@mantine/core';
import { LinkTabs, RouterLinkTab } from '../components/link-tabs.tsx';
import { pickPeriod } from '../list/period.ts';
import type { PatternSearchParameters } from '../list/search-parameters.ts';
import { SaveViewButton } from './save-view-button.tsx';
import { isSameSearch, type PatternView, useSavedViews } from './saved-views.ts';
import { omitViewParameters } from './to-pattern-filter.ts';

const builtIn: readonly PatternView[] = [
  { name: 'All', search: {} },
  { name: 'To review', search: { judgement: 'none' } },
  { name: 'New', search: { recurrence: 'new' } },
  { name: 'Rising', search: { direction: 'rising' } },
  { name: 'Returned', search: { recurrence: 'returned' } },
  { name: 'Without an improvement', search: { improvement: 'none' } },
];

/** Tabs for the built-in views and for those that the user saved. */
export function PatternViews({ search }: { readonly search: PatternSearchParameters }) {
  const saved = useSavedViews();
  const period = pickPeriod(search);
  const isSaved = saved.views.some((view) => isSameSearch(view.search, search));
  const builtInView = builtIn.find((view) => isSameSearch(view.search, omitViewParameters(search)));
  const isPlain = builtInView !== undefined && isSameSearch(builtInView.search, search);
  return (
    <LinkTabs label="Views">
      {builtIn.map(({ name, search: filter }) => (
        // A built-in view keeps the chosen period.
        <ViewTab
          key={name}
          name={name}
          search={{ ...filter, ...period }}
          isShown={!isSaved && name === builtInView?.name}
        />
      ))}
      {saved.views.map((view) => (
        <Group key={view.name} gap={0} wrap="nowrap">
          <ViewTab name={view.name} search={view.search} isShown={isSameSearch(view.search, search)} />
          <CloseButton
            size="sm"
            aria-label={`Delete the view “${view.name}”`}
            onClick={() => saved.remove(view.name)}
          />
        </Group>
      ))}
      {!isSaved && !isPlain && <SaveViewButton save={(name) => saved.save({ name, search })} />}
    </LinkTabs>
  );
}

interface ViewTabProps {
  readonly name: string;
  readonly search: PatternSearchParameters;
  readonly isShown: boolean;
}

function ViewTab({ name, ...link }: ViewTabProps) {
  return (
    <RouterLinkTab to="/patterns" {...link}>
      {name}
    </RouterLinkTab>
  );
}
