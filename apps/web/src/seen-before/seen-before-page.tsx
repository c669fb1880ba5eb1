import { Button, Stack } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { CopyLinkButton } from '../components/copy-link-button.tsx';
import { Page } from '../components/page.tsx';
import { ExampleSearches } from './example-searches.tsx';
import type { SearchQuestion } from './parse-search-question.ts';
import { SearchAnswer } from './search-answer.tsx';
import { SearchForm } from './search-form.tsx';
import { useSearchText } from './use-search-text.ts';

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
              Search again
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
