import { List, SimpleGrid } from '@mantine/core';
import { SettingsSection } from '../settings-section.tsx';
import { privacyRules } from './privacy-rules.ts';
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
