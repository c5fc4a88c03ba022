import { existsSync, writeFileSync } from 'node:fs';
import type { NextConfig } from 'next';

/** A second build beside the usual one: `NEXT_DIST_DIR=.next-other npx next build`. */
const distDir = process.env.NEXT_DIST_DIR || '.next';

const config: NextConfig = {
  distDir,
  turbopack: { root: import.meta.dirname },
  poweredByHeader: false,
  serverExternalPackages: ['pg-boss'],
  // A browser asks for this one before it has read the page's own link, and on pages that have none.
  rewrites: async () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
  agentRules: false,
  // Development only: arguments of actions and the path of a portal link or a hand-over hold secrets.
  logging: { serverFunctions: false, incomingRequests: { ignore: [/^\/[ps]\//, /^\/api\/auth\/callback/] } },
  typescript: {
    tsconfigPath: tsconfigFor(distDir),
    // The demo starts sooner without; `npm run verify` and `npm run build` check types.
    ignoreBuildErrors: process.env.KEYDESK_SKIP_TYPES === '1',
  },
};

export default config;

/** Next writes its folder into the tsconfig: another folder gets one of its own, which git ignores. */
function tsconfigFor(folder: string): string {
  if (folder === '.next') return 'tsconfig.json';
  const path = `${folder}.tsconfig.json`;
  if (!existsSync(path)) writeFileSync(path, JSON.stringify({ extends: './tsconfig.json' }));
  return path;
}
