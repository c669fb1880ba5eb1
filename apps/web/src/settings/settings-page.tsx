import { useParams } from '@tanstack/react-router';
import { NoSuchPage } from '../frame/no-such-page.tsx';
import { useMay } from '../parts/for-role.tsx';
import { LinkTab, LinkTabs, PlainTab } from '../parts/link-tabs.tsx';
import { Page } from '../parts/page.tsx';
import { DeadLettersPart } from './dead-letters/dead-letters-part.tsx';
import { NotificationsPart } from './notifications/notifications-part.tsx';
import { PeoplePart } from './people/people-part.tsx';
import { PolicyPart } from './policy/policy-part.tsx';
import { PrivacyPart } from './privacy/privacy-part.tsx';

const parts = {
  policy: { label: 'Policy', lead: 'By which rules issues are proposed and opened.', Part: PolicyPart },
  people: { label: 'People', lead: 'Who can sign in, and which programs have access.', Part: PeoplePart },
  notifications: {
    label: 'Notifications',
    lead: 'Who is told of what happens: channels of Slack, and programs.',
    Part: NotificationsPart,
    isForAdmins: true,
  },
  'dead-letters': {
    label: 'Dead letters',
    lead: 'What was given up, why, and putting it through again.',
    Part: DeadLettersPart,
    isForAdmins: true,
  },
  privacy: {
    label: 'Privacy',
    lead: 'What is kept, what is taken out, and how to say it without blame.',
    Part: PrivacyPart,
  },
} as const;

export function SettingsPage() {
  const { part } = useParams({ from: '/settings/$part' });
  const isAdmin = useMay('admin');
  const offered = Object.entries(parts).filter(([, one]) => isAdmin || !('isForAdmins' in one));
  if (!offered.some(([name]) => name === part)) return <NoSuchPage />;
  const { label, lead, Part } = parts[part as keyof typeof parts];
  return (
    <Page title={`Settings: ${label.toLowerCase()}`} lead={lead}>
      <LinkTabs label="Parts of the settings">
        {offered.map(([name, { label }]) => (
          <LinkTab key={name} to="/settings/$part" params={{ part: name }} isShown={name === part}>
            {label}
          </LinkTab>
        ))}
        {isAdmin && <PlainTab href="/queues">Queues</PlainTab>}
      </LinkTabs>
      <Part />
    </Page>
  );
}
