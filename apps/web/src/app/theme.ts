import { createTheme } from '@mantine/core';
import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';

/** Deep teal-blue of an official letterhead. Shade 8 on white and white on shade 8 both pass AA. */
const ink: MantineColorsTuple = [
  '#edf6f8',
  '#d6e8ed',
  '#aed1db',
  '#84b8c7',
  '#5fa1b4',
  '#4390a6',
  '#2f8099',
  '#206c83',
  '#14596d',
  '#1b6479',
];
/** Warm greys of paper instead of the cold ones of screens. */
const gray: MantineColorsTuple = [
  '#faf8f4',
  '#f4f1ea',
  '#e9e5dc',
  '#dcd6ca',
  '#c6bfb1',
  '#a49c8e',
  '#7a7367',
  '#5f594f',
  '#403c35',
  '#27241f',
];
const dark: MantineColorsTuple = [
  '#d9dcdb',
  '#b8bdbc',
  '#9aa1a1',
  '#6c7576',
  '#475052',
  '#353d40',
  '#282f32',
  '#1c2225',
  '#161b1e',
  '#101416',
];
const amber: MantineColorsTuple = [
  '#fff7e6',
  '#fdebc4',
  '#f9d68c',
  '#f2bd52',
  '#e3a42c',
  '#c98a14',
  '#a8700a',
  '#8a5a06',
  '#704806',
  '#5c3b07',
];
const green: MantineColorsTuple = [
  '#ebf7ee',
  '#d2ecd9',
  '#a5d9b4',
  '#75c48d',
  '#4dae6b',
  '#339653',
  '#257f43',
  '#1d6a38',
  '#17562e',
  '#145029',
];
const red: MantineColorsTuple = [
  '#fdefed',
  '#fad9d5',
  '#f3b0a9',
  '#ea857b',
  '#de5f53',
  '#cd4438',
  '#b5322a',
  '#9a2721',
  '#821f1b',
  '#741c18',
];
const violet: MantineColorsTuple = [
  '#f4f0fa',
  '#e5dcf3',
  '#c9b8e6',
  '#ad93d8',
  '#9473c9',
  '#7f5ab9',
  '#6c48a6',
  '#5a3a8d',
  '#4a3075',
  '#432b6b',
];

export const theme = createTheme({
  colors: { ink, gray, dark, amber, green, red, violet },
  primaryColor: 'ink',
  primaryShade: { light: 8, dark: 9 },
  autoContrast: true,
  luminanceThreshold: 0.32,
  fontFamily: "'Be Vietnam Pro', 'Noto Sans', 'Segoe UI', Roboto, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'Liberation Mono', monospace",
  fontSizes: { xs: '0.75rem', sm: '0.84375rem', md: '0.90625rem', lg: '1.0625rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.3' },
      h2: { fontSize: '1.1875rem', lineHeight: '1.35' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
      h4: { fontSize: '0.90625rem', lineHeight: '1.4' },
    },
  },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '10px', xl: '16px' },
  defaultRadius: 'sm',
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    Badge: {
      defaultProps: { radius: 'sm', variant: 'light' },
      styles: {
        root: { textTransform: 'none', fontWeight: 600, fontSize: '0.75rem', height: 'auto', minHeight: 22 },
        label: { whiteSpace: 'normal', lineHeight: 1.25, paddingBlock: 2 },
      },
    },
    Modal: {
      defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.45 } },
      styles: {
        title: { fontWeight: 600 },
        header: { background: 'var(--surface-sheet)' },
        content: { background: 'var(--surface-sheet)' },
      },
    },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 250, multiline: true, maw: 320 } },
    Skeleton: { defaultProps: { radius: 'sm' } },
  },
});

/** Surfaces by name, so that no component chooses a grey by number: page, sheet (paper), quiet, line. */
export const resolveCssVariables: CSSVariablesResolver = () => ({
  variables: { '--shell-bar': '#0f4556' },
  light: {
    '--mantine-color-body': '#f6f3ec',
    '--mantine-color-dimmed': '#5f594f',
    '--mantine-color-placeholder': '#7a7367',
    '--surface-sheet': '#fffefb',
    '--surface-quiet': '#f4f1ea',
    '--surface-selected': '#e3eff2',
    '--surface-line': '#e3ddd1',
    '--text-strong': '#1d2527',
    '--mark-background': '#fbe7a8',
    '--mantine-color-text': '#22292a',
    '--text-good': '#1d6a38',
    '--text-soon': '#805205',
    '--text-late': '#9a2721',
    '--text-accent': '#14596d',
    '--drawing-line': '#a49c8e',
  },
  dark: {
    '--mantine-color-body': '#161b1e',
    '--mantine-color-dimmed': '#a9b0b0',
    '--mantine-color-placeholder': '#8b9393',
    '--surface-sheet': '#1e2528',
    '--surface-quiet': '#232b2e',
    '--surface-selected': '#1d3a44',
    '--surface-line': '#343d41',
    '--text-strong': '#eef1f0',
    '--mark-background': '#5d4a12',
    '--text-good': '#75c48d',
    '--text-soon': '#f2bd52',
    '--text-late': '#f3b0a9',
    '--mantine-color-error': '#f3b0a9',
    '--text-accent': '#84b8c7',
    '--drawing-line': '#6c7576',
  },
});
