import type { Config } from 'tailwindcss'

// The values of the colours, light and dark, are CSS variables in src/app/app.css.
export default {
  content: ['./index.html', './src/**/*.{ts,tsx}'],
  darkMode: ['selector', '[data-theme="dark"]'],
  theme: {
    extend: {
      colors: {
        page: 'var(--color-page)',
        card: 'var(--color-card)',
        ink: 'var(--color-ink)',
        muted: 'var(--color-muted)',
        line: 'var(--color-line)',
        accent: 'var(--color-accent)',
        selected: 'var(--color-selected)',
        warn: 'var(--color-warn)',
        error: 'var(--color-error)',
      },
    },
  },
} satisfies Config
