import { useSearch } from '@tanstack/react-router';
import { LinkTabs, RouterLinkTab } from '../components/link-tabs.tsx';
import { Page } from '../components/page.tsx';
import { useHasRole } from '../components/visible-for-role.tsx';
import { NotFoundPage } from '../layout/not-found-page.tsx';
import { DecisionList } from './decision-list.tsx';
import { ProviderWriteDrawer } from './provider-write-drawer.tsx';
import { ProviderWriteList } from './provider-write-list.tsx';
import { PullRequestCheckList } from './pull-request-check-list.tsx';

const tabs = [
  { show: undefined, label: 'Written' },
  { show: 'planned', label: 'Planned by a dry run' },
  { show: 'checks', label: 'Checks on pull requests' },
  { show: 'decisions', label: 'Decisions', isForAdmins: true },
] as const;

const descriptions = {
  written: 'All that was written at GitHub and PagerDuty: why, by whom, and what became of it.',
  planned:
    'What would have been written while a dry run was on. None of it was sent; the list is deleted when the dry run ends.',
  decisions:
    'What people, their tokens and the policy decided here: when, who, on what, and what it was before. Nothing of it is ever changed or taken away.',
  checks: 'Open pull requests that resembled what failed before, and what became of each.',
} as const;

export function AuditPage() {
  const filter = useSearch({ from: '/audit' });
  const { show } = filter;
  const isAdmin = useHasRole('admin');
  const offered = tabs.filter((tab) => isAdmin || !('isForAdmins' in tab));
  if (!offered.some((tab) => tab.show === show)) return <NotFoundPage />;
  return (
    <Page title="Audit" lead={descriptions[show ?? 'written']}>
      <LinkTabs label="Parts of the audit">
        {offered.map((tab) => (
          <RouterLinkTab key={tab.label} to="/audit" search={{ show: tab.show }} isShown={tab.show === show}>
            {tab.label}
          </RouterLinkTab>
        ))}
      </LinkTabs>
      {show === 'checks' && <PullRequestCheckList filter={filter} />}
      {show === 'decisions' && <DecisionList filter={filter} />}
      {(show === undefined || show === 'planned') && <ProviderWriteList filter={filter} />}
      <ProviderWriteDrawer id={filter.write} />
    </Page>
  );
}
