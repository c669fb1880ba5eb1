import { Anchor, Badge, Group, Paper, Text, Typography } from '@mantine/core';
import Markdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
import type { Schemas } from '../api/refrain.ts';
import classes from './issue-preview.module.css';

/** Renders the issue as GitHub will show it. HTML is omitted, because it may come from untrusted texts. */
export function IssuePreview({
  issue: { repository, title, body, labels },
}: {
  readonly issue: Schemas['IssuePreview'];
}) {
  return (
    <Paper
      withBorder
      p="md"
      component="section"
      aria-label="The issue as it will appear"
      className={classes.preview ?? ''}
      tabIndex={0}
    >
      <Text size="sm" c="dimmed">
        {repository ?? 'no repository chosen yet'}
      </Text>
      <Text fw={700} size="lg">
        {title}
      </Text>
      <Group gap="xs" my="xs">
        {labels.map((label) => (
          <Badge key={label} variant="light" tt="none">
            {label}
          </Badge>
        ))}
      </Group>
      <Typography fz="sm" className={classes.text ?? ''}>
        <Markdown
          remarkPlugins={[remarkGfm]}
          skipHtml
          components={{
            a: ({ href, children }) => (
              <Anchor href={href} target="_blank" rel="noreferrer" inherit underline="always">
                {children}
              </Anchor>
            ),
            // Moves the issue's headings up one level, to continue the headings of the page.
            h3: ({ children }) => <h2>{children}</h2>,
            h4: ({ children }) => <h3>{children}</h3>,
            input: ({ checked }) => <span>{checked ? '☑' : '☐'}</span>,
            img: ({ alt }) => <em>{alt}</em>,
          }}
        >
          {body}
        </Markdown>
      </Typography>
    </Paper>
  );
}
