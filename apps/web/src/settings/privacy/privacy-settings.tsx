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
    title: 'What Refrain removes from texts',
    points: [
      'People: names, handles and e-mail addresses are replaced by roles such as “responder 1”.',
      'Full names from records are kept in one list, which serves only to remove these names from all texts, including earlier ones. No analysis, API response or report contains the list. It is deleted with the connection.',
      'Secrets: keys, tokens, passwords and public IP addresses are removed. Private addresses stay, because they identify what failed.',
      'Limits: a first name alone stays in records of incidents in which the person did not take part. So does a name that no record lists as a person.',
    ],
  },
  {
    title: 'What Refrain never measures',
    points: [
      'No analysis uses people as input, and no report ranks or counts them.',
      'For each incident, Refrain keeps the number of responders, not their names.',
    ],
  },
  {
    title: 'What Refrain stores, and for how long',
    points: [
      'Raw payloads from GitHub and PagerDuty are encrypted with the key of this installation, and deleted after the number of days in REFRAIN_RAW_PAYLOAD_DAYS. A record of their receipt is kept.',
      'Failures and changes, without names and secrets, are stored until their connection is removed or their repository is erased.',
      'Reports are snapshots. A report that was written before Refrain knew a name keeps the name until an admin erases the person.',
      'An admin can erase a repository or a person permanently on the command line: npx refrain erase --help.',
      'Events and failed jobs are stored for 30 days. The audit log keeps all writes to GitHub and PagerDuty, and all decisions with the user who made them.',
      'Tokens, sign-in links and sessions are stored only as hashes. Credentials and webhook secrets are encrypted.',
    ],
  },
  {
    title: 'What leaves this machine',
    points: [
      'Only requests to the connected accounts, and the messages that are configured under Notifications.',
      'This page loads everything, including fonts, from its own server. Refrain sends no usage statistics.',
    ],
  },
];
