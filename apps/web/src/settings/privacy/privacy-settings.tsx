import { List, SimpleGrid } from '@mantine/core';
import { SettingsSection } from '../settings-section.tsx';
import { WordingCheck } from './wording-check.tsx';

export function PrivacySettings() {
  return (
    <>
      <WordingCheck />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        {privacyRules.map(({ title, points }) => (
          <SettingsSection key={title} title={title}>
            <List size="sm" spacing={6}>
              {points.map((point) => (
                <List.Item key={point}>{point}</List.Item>
              ))}
            </List>
          </SettingsSection>
        ))}
      </SimpleGrid>
    </>
  );
}

interface Fact {
  readonly title: string;
  readonly points: readonly string[];
}

/**
 * The privacy rules of every installation: ADR 7, 10, 24, 28 and 36. The retention of raw payloads is not listed, because the
 * API does not expose this server setting.
 */
const privacyRules: readonly Fact[] = [
  {
    title: 'What is taken out before a text is kept',
    points: [
      'People become roles: names, handles and e-mail addresses are replaced, as “responder 1” or “someone”.',
      'Full names that any record refers to are kept in one list, only to be taken out of all texts, also of those that were stored before. They are in no analysis, no answer and no report, and go with their connection.',
      'Keys, tokens, passwords and public internet addresses are taken out. Private addresses stay: they say what failed.',
      'A first name alone stays in records that its bearer took no part in. So does the name of a person whom no record refers to.',
    ],
  },
  {
    title: 'What is never counted',
    points: [
      'No person is a feature, a label or a column of any analysis. No report ranks or counts people.',
      'Of who worked on an incident only the number is kept, never who.',
    ],
  },
  {
    title: 'What is kept, and for how long',
    points: [
      'Raw payloads, as GitHub and PagerDuty sent them, are sealed with the key of this installation and emptied after the days that are set on the server (REFRAIN_RAW_PAYLOAD_DAYS). That they were here stays known.',
      'Failures and changes, without names and secrets, are kept until their connection is removed or their repository is erased.',
      'Reports are snapshots: one that was written before a name was known keeps it, until that person is erased.',
      'An admin can erase a repository or a person for good, on the command line: npx refrain erase --help.',
      'Events, and jobs that were given up, are kept for 30 days. What was written at GitHub and PagerDuty stays in the audit, and so does what people decided here, with who they were.',
      'Of tokens, sign-in links and sessions only digests are kept; credentials and webhook secrets are sealed.',
    ],
  },
  {
    title: 'What leaves this machine',
    points: [
      'Nothing but what goes to the accounts that were connected, and to the subscriptions under Notifications.',
      'No statistics, no fonts, no scripts from elsewhere: this page asks its own server only.',
    ],
  },
];
