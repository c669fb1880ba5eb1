import { useParams } from '@tanstack/react-router';
import { AnchorTab, LinkTabs, RouterLinkTab } from '../components/link-tabs.tsx';
import { Page } from '../components/page.tsx';
import { useHasRole } from '../components/visible-for-role.tsx';
import { NotFoundPage } from '../layout/not-found-page.tsx';
import { DeadLetterSettings } from './dead-letters/dead-letter-settings.tsx';
import { NotificationSettings } from './notifications/notification-settings.tsx';
import { PeopleSettings } from './people/people-settings.tsx';
import { PolicySettings } from './policy/policy-settings.tsx';
import { PrivacySettings } from './privacy/privacy-settings.tsx';

const sections = {
  policy: { label: 'Policy', lead: 'By which rules issues are proposed and opened.', Section: PolicySettings },
  people: { label: 'People', lead: 'Who can sign in, and which programs have access.', Section: PeopleSettings },
  notifications: {
    label: 'Notifications',
    lead: 'Who receives events: Slack channels and programs.',
    Section: NotificationSettings,
    isForAdmins: true,
  },
  'dead-letters': {
    label: 'Dead letters',
    lead: 'Work that was given up, why, and how to replay it.',
    Section: DeadLetterSettings,
    isForAdmins: true,
  },
  privacy: {
    label: 'Privacy',
    lead: 'What is kept, what is taken out, and how to say it without blame.',
    Section: PrivacySettings,
  },
} as const;

export function SettingsPage() {
  const { section } = useParams({ from: '/settings/$section' });
  const isAdmin = useHasRole('admin');
  const offered = Object.entries(sections).filter(([, one]) => isAdmin || !('isForAdmins' in one));
  if (!offered.some(([name]) => name === section)) return <NotFoundPage />;
  const { label, lead, Section } = sections[section as keyof typeof sections];
  return (
    <Page title={`Settings: ${label.toLowerCase()}`} lead={lead}>
      <LinkTabs label="Parts of the settings">
        {offered.map(([name, { label }]) => (
          <RouterLinkTab key={name} to="/settings/$section" params={{ section: name }} isShown={name === section}>
            {label}
          </RouterLinkTab>
        ))}
        {isAdmin && <AnchorTab href="/queues">Queues</AnchorTab>}
      </LinkTabs>
      <Section />
    </Page>
  );
}
