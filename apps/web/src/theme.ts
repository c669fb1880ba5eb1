import { type CSSVariablesResolver, createTheme } from '@mantine/core';

const close = { closeButtonProps: { 'aria-label': 'Close' } };
/** The head of a dialog is no landmark of the page. */
const dialog = { ...close, attributes: { header: { role: 'none' } } };

export const theme = createTheme({
  primaryColor: 'cyan',
  primaryShade: 9,
  fontFamily: 'system-ui, sans-serif',
  // By their names: whoever imports the components has them fetched before the first page is drawn.
  components: {
    Drawer: { defaultProps: dialog },
    Modal: { defaultProps: dialog },
    Notification: { defaultProps: close },
  },
  headings: { sizes: { h1: { fontSize: '1.6rem' }, h2: { fontSize: '1.2rem' }, h3: { fontSize: '1rem' } } },
});

/**
 * Mantine's own grey and red texts have less than the 4.5 : 1 of contrast that WCAG 2.2 asks for in 1.4.3. The colours of charts are
 * those of Okabe and Ito, told apart also by the colour-blind (https://jfly.uni-koeln.de/color), lighter where it is dark.
 */
export const pageColors: CSSVariablesResolver = () => ({
  // Mantine's own is lighter than the button, where white on it is too hard to read.
  variables: {
    '--mantine-primary-color-filled-hover': 'color-mix(in srgb, var(--mantine-primary-color-9), black 15%)',
  },
  light: {
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    '--mantine-color-placeholder': 'var(--mantine-color-gray-7)',
    '--mantine-color-error': 'var(--mantine-color-red-9)',
    '--page-background': 'var(--mantine-color-gray-0)',
    '--chart-blue': '#0072b2',
    '--chart-orange': '#d55e00',
    '--chart-green': '#007a59',
    '--chart-grey': 'var(--mantine-color-gray-5)',
    '--chart-band': 'var(--mantine-color-gray-2)',
    '--chart-text': 'var(--mantine-color-gray-7)',
  },
  dark: {
    '--mantine-color-dimmed': 'var(--mantine-color-dark-1)',
    '--mantine-color-placeholder': 'var(--mantine-color-dark-1)',
    '--mantine-color-error': 'var(--mantine-color-red-4)',
    '--page-background': 'var(--mantine-color-dark-8)',
    '--chart-blue': '#56b4e9',
    '--chart-orange': '#e69f00',
    '--chart-green': '#2bc79a',
    '--chart-grey': 'var(--mantine-color-dark-3)',
    '--chart-band': 'var(--mantine-color-dark-5)',
    '--chart-text': 'var(--mantine-color-dark-1)',
  },
});
