/**
 * The colours of marks in charts: those of Okabe and Ito, which colour-blind people can tell apart (https://jfly.uni-koeln.de/color),
 * made darker for the light scheme and lighter for the dark one, so that each has 3 : 1 against the background (WCAG 2.2, 1.4.11).
 */
export const chartColors = {
  light: { blue: '#0072b2', orange: '#d55e00', green: '#007a59' },
  dark: { blue: '#56b4e9', orange: '#e69f00', green: '#009e73' },
} as const;

/** Mantine's body colours, on which charts are drawn. */
export const backgrounds = { light: '#ffffff', dark: '#242424' } as const;
