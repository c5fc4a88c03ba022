import { join } from 'node:path';
import type { NextConfig } from 'next';

const config: NextConfig = {
  distDir: '.next',
  // The packages are those of the console, one folder of modules for both.
  turbopack: { root: join(import.meta.dirname, '..', '..') },
};

export default config;
