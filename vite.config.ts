import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

/**
 * What the built page may do: run its own scripts, draw, and talk to its own host. A file on another
 * host is fetched by a worker of its own. While developing, the page needs
 * more, and has no policy.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
      injectTo: 'head-prepend',
    },
  ],
}

export default defineConfig({
  // The built page works from any folder of any server.
  base: './',
  plugins: [react(), tailwindcss(), contentSecurityPolicy],
  worker: { format: 'es' },
  build: { chunkSizeWarningLimit: 1000 },
  test: {
    // The default leaves one processor free, which is half of a small machine.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          // No unit test leaves anything behind, and to start anew for each file takes half of the time.
          isolate: false,
          include: ['test/**/*.test.ts'],
          setupFiles: ['test/setup.ts'],
          // A loaded machine is slow; a test that hangs is found all the same.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'component',
          isolate: false,
          environment: 'jsdom',
          testTimeout: 30_000,
          include: ['test/**/*.test.tsx'],
          setupFiles: ['test/setup.ts', 'test/setupComponent.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          isolate: false,
          environment: 'node',
          include: ['test/browser/**/*.browser.ts'],
          globalSetup: ['test/browser/globalSetup.ts'],
          setupFiles: ['test/browser/setupPages.ts'],
          // After all else, so that no page waits for the processor longer than for another page.
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
})
