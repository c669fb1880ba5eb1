import { Button, Stack, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { refrain } from '../api/refrain.ts';
import { ConnectAccountsLink } from '../components/connect-accounts-link.tsx';
import { CopyLinkButton } from '../components/copy-link-button.tsx';
import { Page } from '../components/page.tsx';
import { EmptyState } from '../components/states.tsx';
import { chooseExamples } from './choose-examples.ts';
import type { SearchQuestion } from './parse-search-question.ts';
import { SearchAnswer } from './search-answer.tsx';
import { SearchForm } from './search-form.tsx';
import { useSearchText } from './search-text.ts';

/** Searches for similar failures. The URL may contain a failure's id or an incident's URL, but never a pasted text. */
export function SeenBeforePage() {
  const { url, failure, service, environment } = useSearch({ from: '/seen-before' });
  const navigate = useNavigate({ from: '/seen-before' });
  const [text, setText] = useSearchText();
  const location = { ...(service && { service }), ...(environment && { environment }) };
  function ask(question: SearchQuestion) {
    setText('text' in question ? question.text : null);
    void navigate({ search: { ...location, ...('url' in question && question) }, resetScroll: false });
  }
  function startOver() {
    setText(null);
    void navigate({ search: location });
  }
  const isLinked = url !== undefined || failure !== undefined;
  const question =
    url !== undefined ? { url } : failure !== undefined ? { failureId: failure } : text === null ? null : { text };
  return (
    <Page
      title="Seen before?"
      lead="Paste an alert or an error message to see whether it has happened before and how it was resolved."
      actions={
        question && (
          <>
            {isLinked && <CopyLinkButton />}
            <Button variant="default" onClick={startOver}>
              New search
            </Button>
          </>
        )
      }
    >
      <SearchForm
        initialInput={failure !== undefined ? '' : (url ?? text ?? '')}
        location={location}
        ask={ask}
        narrow={(change) => void navigate({ search: (before) => ({ ...before, ...change }), resetScroll: false })}
      />
      {question === null ? (
        <ExampleSearches ask={ask} />
      ) : (
        <Stack aria-live="polite">
          <SearchAnswer question={{ ...question, ...location }} />
        </Stack>
      )}
    </Page>
  );
}

function ExampleSearches({ ask }: { ask(question: SearchQuestion): void }) {
  const { data } = refrain.useQuery('get', '/v1/failures', { params: { query: { limit: 50 } } }, { staleTime: 60_000 });
  if (data?.items.length === 0)
    return (
      <EmptyState title="No failures yet">
        <ConnectAccountsLink /> or import incidents to search them.
      </EmptyState>
    );
  return (
    <Stack gap="xs" align="flex-start">
      <Text size="sm" c="dimmed">
        Or try a recent failure:
      </Text>
      {chooseExamples(data?.items ?? [], 3).map((title) => (
        <Button
          key={title}
          variant="default"
          size="compact-sm"
          maw="100%"
          fw={400}
          styles={{ label: { overflow: 'hidden', textOverflow: 'ellipsis' } }}
          onClick={() => ask({ text: title })}
        >
          {title}
        </Button>
      ))}
    </Stack>
  );
}
