import '@mantine/core/styles.css';
import { createTheme, MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiProblem } from './api.ts';
import { createPages } from './pages.tsx';

const theme = createTheme({ primaryColor: 'cyan', primaryShade: 8, fontFamily: 'system-ui, sans-serif' });

/** What is wrong with the request stays wrong; anything else is tried twice more. */
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (attempts, error) => attempts < 2 && !(error instanceof ApiProblem && error.status < 500),
    },
  },
});

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root');
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <RouterProvider router={createPages()} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
