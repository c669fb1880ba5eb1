import { useParams } from '@tanstack/react-router';
import { LinkTabs, RouterLinkTab } from '../components/link-tabs.tsx';
import { Page } from '../components/page.tsx';
import { useHasRole } from '../components/visible-for-role.tsx';
import { NotFoundPage } from '../layout/not-found-page.tsx';
import { DeadLetterSettings } from './dead-letters/dead-letter-settings.tsx';
import { MemberSettings } from './members/member-settings.tsx';
import { NotificationSettings } from './notifications/notification-settings.tsx';
import { PolicySettings } from './policy/policy-settings.tsx';
import { PrivacySettings } from './privacy/privacy-settings.tsx';
import { QueueSettings } from './queues/queue-settings.tsx';
import { SessionSettings } from './sessions/session-settings.tsx';
import { TokenSettings } from './tokens/token-settings.tsx';

const sections = {
  policy: {
    label: 'Policy',
    lead: 'When Refrain proposes an issue, who approves it, and how many issues Refrain may open.',
    Section: PolicySettings,
  },
  members: {
    label: 'Members',
    lead: 'The people who can sign in, and what each of them may do.',
    Section: MemberSettings,
    isForAdmins: true,
  },
  tokens: {
    label: 'API tokens',
    lead: 'Programs such as the command line, scripts and CI sign in with a token.',
    Section: TokenSettings,
  },
  sessions: { label: 'Sessions', lead: 'The browsers in which you are signed in.', Section: SessionSettings },
  notifications: {
    label: 'Notifications',
    lead: 'Slack channels and webhooks that receive events.',
    Section: NotificationSettings,
    isForAdmins: true,
  },
  privacy: {
    label: 'Privacy',
    lead: 'What Refrain stores, what it removes, and a check for blaming language.',
    Section: PrivacySettings,
  },
  queues: {
    label: 'Background jobs',
    lead: 'The work that Refrain does in the background, by queue. Pause a queue to stop its work for a while; waiting jobs are kept.',
    Section: QueueSettings,
    isForAdmins: true,
  },
  'dead-letters': {
    label: 'Failed jobs',
    lead: 'Work that failed on every attempt: jobs, unreadable records and messages. Replay it once the cause is fixed.',
    Section: DeadLetterSettings,
    isForAdmins: true,
  },
} as const;

export function SettingsPage() {
  const { section } = useParams({ from: '/settings/$section' });
  const isAdmin = useHasRole('admin');
  const offered = Object.entries(sections).filter(([, one]) => isAdmin || !('isForAdmins' in one));
  if (!offered.some(([name]) => name === section)) return <NotFoundPage />;
  const { label, lead, Section } = sections[section as keyof typeof sections];
  return (
    <Page title={label} lead={lead}>
      <LinkTabs label="Settings">
        {offered.map(([name, { label }]) => (
          <RouterLinkTab key={name} to="/settings/$section" params={{ section: name }} isShown={name === section}>
            {label}
          </RouterLinkTab>
        ))}
      </LinkTabs>
      <Section />
    </Page>
  );
}
