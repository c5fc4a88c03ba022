import { join } from 'node:path';
import type { NextConfig } from 'next';

const headers = Object.entries<string>(JSON.parse(process.env.CONSOLE_HEADERS ?? '{}'));

const config: NextConfig = {
  distDir: '.next',
  headers: async () => [
    { source: '/same-headers', headers: headers.map(([key, value]) => ({ key, value })) },
  ],
  // The packages are those of the console, one folder of modules for both.
  turbopack: { root: join(import.meta.dirname, '..', '..') },
};

export default config;
