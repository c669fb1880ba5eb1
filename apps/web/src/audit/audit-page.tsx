import { useSearch } from '@tanstack/react-router';
import { LinkTabs, RouterLinkTab } from '../components/link-tabs.tsx';
import { Page } from '../components/page.tsx';
import { useHasRole } from '../components/visible-for-role.tsx';
import { DecisionList } from './decision-list.tsx';
import { ProviderWriteDrawer } from './provider-write-drawer.tsx';
import { ProviderWriteList } from './provider-write-list.tsx';
import { PullRequestCheckList } from './pull-request-check-list.tsx';

const tabs = [
  {
    show: undefined,
    label: 'Decisions',
    lead: 'What people decided, in person or through a token, and what the policy decided. Entries are never changed or deleted.',
    needs: 'admin',
  },
  {
    show: undefined,
    topic: 'sign_ins',
    label: 'Sign-ins',
    lead: 'Who signed in and out, when and how. Entries are never changed or deleted.',
    needs: 'admin',
  },
  {
    show: 'writes',
    label: 'Writes to providers',
    lead: 'Everything that Refrain wrote to GitHub and PagerDuty, with the reason.',
    needs: 'viewer',
  },
  {
    show: 'planned',
    label: 'Dry runs',
    lead: 'What Refrain would have written while a dry run was on. None of it was sent. The list is cleared when the dry run ends.',
    needs: 'viewer',
  },
  {
    show: 'checks',
    label: 'Pull request checks',
    lead: 'Pull requests that resembled earlier failures, and what became of them.',
    needs: 'viewer',
  },
] as const;

const findTopic = (tab: (typeof tabs)[number]) => ('topic' in tab ? tab.topic : undefined);

export function AuditPage() {
  const filter = useSearch({ from: '/audit' });
  const isAdmin = useHasRole('admin');
  const offered = tabs.filter(({ needs }) => isAdmin || needs === 'viewer');
  // Only admins see decisions. Everybody else starts at the writes.
  const show = filter.show ?? (isAdmin ? undefined : 'writes');
  const shownTopic = show === undefined && filter.topic === 'sign_ins' ? filter.topic : undefined;
  const tab = offered.find((one) => one.show === show && findTopic(one) === shownTopic) ?? tabs[2];
  return (
    <Page title="Audit" lead={tab.lead}>
      <LinkTabs label="Audit sections">
        {offered.map((one) => (
          <RouterLinkTab
            key={one.label}
            to="/audit"
            search={{ show: one.show, topic: findTopic(one) }}
            isShown={one === tab}
          >
            {one.label}
          </RouterLinkTab>
        ))}
      </LinkTabs>
      {tab.show === undefined && <DecisionList filter={filter} />}
      {tab.show === 'checks' && <PullRequestCheckList filter={filter} />}
      {(tab.show === 'writes' || tab.show === 'planned') && <ProviderWriteList filter={filter} />}
      <ProviderWriteDrawer id={filter.write} />
    </Page>
  );
}
